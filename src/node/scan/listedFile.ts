import type { UnscannedReason } from "./scanJob.ts";

/** A file to look through, or a place that could not be listed. */
export interface ListedFile {
  readonly path: string;
  readonly why?: UnscannedReason;
}

export interface ListOptions {
  /** Ignored files as well. */
  readonly ignored: boolean;
  readonly signal: AbortSignal;
}

/** Names that are not UTF-8 cannot be opened by what node makes of them. */
export const toListed = (path: string): ListedFile => (path.includes("\ufffd") ? { path, why: "its name cannot be read" } : { path });
