import type { Readable, Writable } from "node:stream";
import type { Locations } from "../node/locations.ts";

/** What a command is given: streams and places, so that it reads no global. */
export interface CommandContext {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** The working directory. */
  readonly folder: string;
  readonly home: string;
  /** Where programs are looked for. */
  readonly programFolders: readonly string[];
  /** Names of the environment's variables, without their values. */
  readonly environmentNames: readonly string[];
  /** Folder of the bundles. */
  readonly dist: string;
  readonly locations: Locations;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

/** One file per command in `commands/`; `cli.ts` lists them. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>;
}

/** Nothing found; something found; it could not be done, or not all of it. */
export const exitCodes = { clean: 0, findings: 1, trouble: 2, cancelled: 130 } as const;

/** Something the person can put right. Its message is all they see: one line, nothing of any file's content. */
export class CommandError extends Error {}
