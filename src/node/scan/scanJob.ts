import type { Policy } from "../../core/policy/policy.ts";
import type { Finding } from "../../core/request.ts";
import { silenceReasons } from "../../core/silence/silencePermit.ts";
import type { Baseline } from "../baseline/baseline.ts";
import type { Fingerprint } from "../baseline/fingerprint.ts";

/** One document to look through: a file on disk, or what somebody already has of one. */
export type ScanJob = { readonly path: string } | { readonly bytes: Uint8Array; readonly name?: string } | { readonly text: string };

/** Why nobody knows what is in a document. It is never reported as clean. */
export const unscannedReasons = ["it took too long", "it needs too much memory", "it is too large", "it cannot be read", "its name cannot be read", "there are too many files"] as const;
export type UnscannedReason = (typeof unscannedReasons)[number];

/** What holds no text to look through; counted, and named in every summary. */
export const skippedKinds = ["binary", "link", "special", "gone"] as const;
export type SkippedKind = (typeof skippedKinds)[number];

/** A finding with its place as editors count it: from 0, in UTF-16 code units, end exclusive. */
export interface LocatedFinding extends Finding {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
  /** For a baseline that is being made. */
  readonly fingerprint?: Fingerprint;
}

/** Why a finding needs no attention: a person marked it as false, or the policy lets something silence it. */
export const droppedReasons = ["marked", ...silenceReasons] as const;
export type Dropped = Readonly<Record<(typeof droppedReasons)[number], number>>;

export type ScanOutcome =
  /** `dropped`: findings that need no attention (see keptFindings.ts). */
  | { readonly kind: "scanned"; readonly findings: readonly LocatedFinding[]; readonly dropped: Dropped; readonly cached?: CacheEntry }
  | { readonly kind: "skipped"; readonly what: SkippedKind }
  /** A repository inside another is listed as a file. */
  | { readonly kind: "folder" }
  | { readonly kind: "unscanned"; readonly why: UnscannedReason };

/** All findings of a content, before any is dropped. */
export interface CacheEntry {
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** The parts of a policy that a scan needs, as plain data that can go to a thread. */
export type ScanPolicy = Pick<Policy, "detectorsOff" | "rules" | "overrides" | "classification" | "ownPatterns" | "ownWords" | "silence" | "quiet">;

/** What a thread is started with. */
export interface ScanOptions {
  /** Policies of all places that are scanned: a detector is off, and a finding dropped, only where each of them says so. */
  readonly policies: readonly ScanPolicy[];
  /** Also with secretlint's rules: some findings more, several times slower. */
  readonly secretlint: boolean;
  readonly maxBytes: number;
  /** Folder of the marks of false positives; without one none counts. */
  readonly state?: string;
  /** Comments, baselines and turned-down rules count as far as every policy permits; absent: not at all. `now` ends what has an end. */
  readonly silence?: { readonly baselines: readonly Baseline[]; readonly now: number };
  /** Findings are wanted with what a baseline with this salt would keep of them. */
  readonly fingerprintSalt?: string;
  /** Results of earlier scans, and the hash of the rules they must have been made with. */
  readonly cache?: { readonly file: string; readonly rules: string };
}

/** What a thread is given beside the options: a cell in which it says which job it is at. */
export interface ScanWorkerStart {
  readonly options: ScanOptions;
  readonly progress: Int32Array<SharedArrayBuffer>;
}
