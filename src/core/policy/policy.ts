import type { Effect } from "../request.ts";
import type { SilencePermit } from "../silence/silencePermit.ts";
import type { PinnableSetting, PinValue } from "./pinnable.ts";
import type { AiEntry, AiSection, AskingPermit, ClassificationEntry, DestinationEntry, ExceptionEntry, HooksOff, Mode, Neighbours, OverridePermit, PatternEntry, PinRestore, QuietEntry, ReportingEntry, RuleEntry, WordsEntry } from "./policyDocument.ts";

/** From the weakest to the strongest say: what is lower in this list can only tighten what stands above it. */
export const layerSources = ["builtin", "organisation", "machine", "user", "repository"] as const;
export type LayerSource = (typeof layerSources)[number];

/** Where an entry comes from; `root` is the folder that a repository layer's globs are relative to. */
export interface Origin {
  readonly source: LayerSource;
  readonly root?: string;
  /** The layer is no authority: what it says can only tighten what the trusted layers say. */
  readonly ratchet?: true;
}

/** A setting that is pinned, and to what. */
export type PinInForce = PinnableSetting & { readonly value: PinValue; readonly origin: Origin };

export interface PinsPolicy {
  readonly restore: PinRestore;
  readonly settings: readonly PinInForce[];
}

export type AiEntryInForce = AiEntry & { readonly origin: Origin };

/** What AI may be on this machine. */
export interface AiPolicy {
  readonly approved: readonly AiEntryInForce[];
  readonly denied: readonly AiEntryInForce[];
  readonly unlisted: Readonly<Required<NonNullable<AiSection["unlisted"]>>>;
  readonly bind: "any" | "loopback";
  readonly instead?: string;
}

/** `file`: for this one alone, by its real path. */
export type ExceptionInForce = ExceptionEntry & { readonly origin: Origin; readonly file?: string };

/** The policy in force for a file: a value, replaced as a whole when any layer changes. */
export interface Policy {
  readonly hash: string;
  readonly names: readonly string[];
  readonly mode: Mode;
  readonly labels: readonly string[];
  readonly defaultLabel: string;
  readonly otherwise: { readonly restricted: Effect; readonly other: Effect };
  readonly classification: readonly (ClassificationEntry & { readonly origin: Origin })[];
  readonly destinations: readonly (DestinationEntry & { readonly origin: Origin })[];
  readonly rules: readonly (RuleEntry & { readonly origin: Origin })[];
  readonly exceptions: readonly ExceptionInForce[];
  readonly detectorsOff: ReadonlySet<string>;
  /** Turned down by anybody, with a reason. */
  readonly quiet: readonly (QuietEntry & { readonly origin: Origin })[];
  readonly silence: SilencePermit;
  /** Only from layers that are trusted. */
  readonly ownPatterns: readonly PatternEntry[];
  readonly ownWords: readonly WordsEntry[];
  readonly completions: { readonly neighbours: Neighbours; readonly lingerSeconds: number };
  readonly clipboard: { readonly clearOnBlur: boolean };
  readonly agents: { readonly hooksOff: HooksOff };
  readonly ai: AiPolicy;
  readonly pins: PinsPolicy;
  readonly overrides?: OverridePermit;
  readonly asking?: AskingPermit;
  readonly reporting?: ReportingEntry;
}

/** Detectors that are a nuisance for most: used where a policy says so under `detectors.on`. */
export const offByThemselves: ReadonlySet<string> = new Set(["phone-number"]);

/** Position of a label; -1 when the policy does not know it. Larger is more sensitive. */
export function labelRank(policy: Pick<Policy, "labels">, label: string): number {
  return policy.labels.indexOf(label);
}

/** A label that the policy does not define counts as the highest: a typing error must not open a door. */
export function knownLabel(policy: Pick<Policy, "labels" | "defaultLabel">, label: string): string {
  return labelRank(policy, label) < 0 ? highestLabel(policy) : label;
}

/** The most sensitive label of the policy. */
export function highestLabel(policy: Pick<Policy, "labels" | "defaultLabel">): string {
  return policy.labels.at(-1) ?? policy.defaultLabel;
}

/** `*` stands for any run of characters; everything else is literal, ignoring case. Linear: no regular expression. */
export function matchesName(pattern: string, name: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  const value = name.toLowerCase();
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (parts.length === 1) return value === first;
  if (!value.startsWith(first) || !value.endsWith(last) || value.length < first.length + last.length) return false;
  const end = value.length - last.length;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = value.indexOf(part, from);
    if (at < 0 || at + part.length > end) return false;
    from = at + part.length;
  }
  return true;
}

/** Whether one of the patterns matches one of the names. */
export function matchesAny(patterns: readonly string[], names: readonly string[]): boolean {
  return patterns.some((pattern) => names.some((name) => matchesName(pattern, name)));
}
