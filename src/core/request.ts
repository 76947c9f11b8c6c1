import type { LocalReader } from "./ai/aiItem.ts";

/**
 * The words everything speaks: a Request goes to the gate, a Decision comes back (docs/architecture.md).
 * Plain readonly data; nothing here does anything but compare.
 */

/** What a door does with content, from lenient to strict. The order is the meaning. */
export const effects = ["allow", "warn", "redact", "ask", "block"] as const;
export type Effect = (typeof effects)[number];

/** The way context travels. One request names exactly one. */
export const channels = [
  "completion", "chat", "prompt", "fileRead", "search", "toolResult", "shell", "mcp",
  "clipboard", "paste", "terminal", "model", "answer", "fileWrite", "install",
] as const;
export type Channel = (typeof channels)[number];

export const destinationKinds = ["cloud", "local", "unknown"] as const;
export type DestinationKind = (typeof destinationKinds)[number];

/** How sure a detector is. `certain`: structure or checksum verified; `likely`: specific pattern; `possible`: generic. */
export const tiers = ["possible", "likely", "certain"] as const;
export type Tier = (typeof tiers)[number];

/** Where content would go. `assistant` is an id of our catalogue (`src/assistants/known.ts`) or an extension id. */
export interface Destination {
  readonly assistant: string;
  readonly kind: DestinationKind;
  /** Which server and which of its models would read it, where a door knows. */
  readonly reader?: LocalReader;
}

/** Something sensitive in a text. Never carries the text itself. Offsets are UTF-16 code units, end exclusive. */
export interface Finding {
  readonly detector: string;
  readonly kind: FindingKind;
  readonly tier: Tier;
  readonly start: number;
  readonly end: number;
}

/**
 * `secret` credentials; `personal` personal data; `marker` confidentiality or licence; `hidden` invisible or deceptive text;
 * `steering` what tells an assistant to work against the person it works for.
 */
export const findingKinds = ["secret", "personal", "marker", "hidden", "steering"] as const;
export type FindingKind = (typeof findingKinds)[number];

/**
 * Which file is meant, once for all doors: made by `node/pathIdentity.ts`, compared with `/` separators.
 * `absolute` is the real path (symbolic links resolved); `aliases` are other spellings that count as well
 * (the path as it was given). `repository` is the root folder, `remotes` its normalised remotes (`github.com/acme/shop`).
 */
export interface PathIdentity {
  readonly absolute: string;
  readonly aliases: readonly string[];
  readonly repository?: string;
  readonly remotes?: readonly string[];
  /** false: the file system could not say what this is (remote host, unreadable). */
  readonly resolved: boolean;
}

export interface Request {
  readonly channel: Channel;
  readonly destination: Destination;
  readonly path?: PathIdentity;
  /** Where the question arises (a workspace folder's real path), when there is no `path`: its repository's policy applies. */
  readonly folder?: string;
  /** What would travel, or the head of it. Absent: only the path is judged. */
  readonly text?: string;
  /** Findings somebody already made of this text at this version (the language server); then `text` is not scanned again. */
  readonly findings?: readonly Finding[];
  /** How many more there were that a comment or a baseline silences, as the policy permits. */
  readonly silenced?: number;
  /** Label that the text brings along from where it was copied. */
  readonly sourceLabel?: string;
  /** Effects this door can carry out. */
  readonly able: readonly Effect[];
  /** What an agent's tool is about to do besides: `removes` the path with all below it, `fills` the folder with files of unknown names, `changesGatelodge` by a command of ours, `writesMask` where a value stood. */
  readonly action?: "removes" | "fills" | "changesGatelodge" | "writesMask";
  /** Set when the door could not get at the content it must judge: `otherwise` decides. */
  readonly undecided?: string;
}

export interface Decision {
  /** What the policy says. */
  readonly effect: Effect;
  /** What the door must do: `effect` after monitor mode and `Request.able`. `none`: no lever strong enough, counted and shown. */
  readonly enforced: Effect | "none";
  readonly rule: string;
  readonly label: string;
  /** Every rule that had a say, strictest first: for the explanation. */
  readonly reasons: readonly Reason[];
  readonly findings: readonly Finding[];
  /** Findings that had no say, because the policy lets a comment or a baseline silence them at the doors. */
  readonly silenced?: number;
  /** Hash of the policy that decided. */
  readonly policy: string;
  /** The grant or exception that softened this decision, if any. */
  readonly grant?: string;
}

/** One sentence a person can act on; `text` never holds content. */
export interface Reason {
  readonly rule: string;
  readonly effect: Effect;
  readonly text: string;
}

/** Position on the ladder: larger is stricter. */
export function strictness(effect: Effect): number {
  return effects.indexOf(effect);
}

/** The stricter of two effects. */
export function stricter(a: Effect, b: Effect): Effect {
  return strictness(a) >= strictness(b) ? a : b;
}
