import type { Finding } from "./request.ts";
import type { SilenceReason } from "./silence/silencePermit.ts";

/** Server → extension, after every look at a document. Holds ranges and ids, never content. */
export const findingsNotification = "gatelodge/findings";

export interface FindingsReport {
  readonly uri: string;
  /** Version of the document that the offsets belong to. */
  readonly version: number;
  readonly findings: readonly Finding[];
  /** How many of the findings are no problem to show, by the reason; they count at the doors all the same. */
  readonly quiet?: Readonly<Record<SilenceReason, number>>;
  /** How many more the policy lets a comment or a baseline silence at the doors as well: they are not among the findings. */
  readonly silenced?: number;
  /** Why the document could not be looked through: `findings` is then empty and means nothing. */
  readonly undecided?: string;
}

/** What the extension tells the server at its start. Another LSP editor tells nothing: then only plain edits are offered. */
export interface ServerOptions {
  /** The client knows our commands, so quick fixes that need the client's hands may be offered. */
  readonly commands?: boolean;
}

/** Extension → server: something beside the documents changed (a policy, the list of false positives); look again. */
export const lookAgainNotification = "gatelodge/lookAgain";

/** Argument of a fix's command. Says where the value stands; the value itself never travels. */
export interface FixTarget {
  readonly uri: string;
  readonly version: number;
  readonly start: number;
  readonly end: number;
}

/** Commands of quick fixes, carried out by the extension. */
export const fixCommands = {
  moveSecret: "gatelodge.moveSecret",
  markFalsePositive: "gatelodge.markFalsePositive",
  quietRule: "gatelodge.quietRule",
  afterReplace: "gatelodge.afterReplace",
  explain: "gatelodge.explainFile",
} as const;
