import type { Replacement } from "./replacement.ts";

/** What a command does with files, as far as its text tells. Paths are relative to the folder it starts in. */
export interface CommandEffects {
  readonly reads: readonly FileRead[];
  readonly writes: readonly FileWrite[];
  readonly searches: readonly TreeRead[];
  readonly replacements: readonly Replacement[];
  /** Why a file that is read cannot be named, in words without content. */
  readonly unresolved: readonly string[];
  /** It would change what Gatelodge does. */
  readonly changesGatelodge: boolean;
}

export interface FileRead {
  readonly path: string;
  readonly glob: boolean;
  /**
   * `shown`: its text comes out as it is; `hidden`: changed or sent elsewhere, where nobody can mask it;
   * `named`: used by a program that does its own work with it.
   */
  readonly content: "shown" | "hidden" | "named";
  /** false: only if there is such a file, since the word may mean anything. */
  readonly sure: boolean;
}

export interface FileWrite {
  readonly path: string;
  /** It stands for the files it matches. */
  readonly glob?: boolean;
  readonly removes: boolean;
}

/** All files below a folder. `named`: what comes out says which file it is from. */
export interface TreeRead {
  readonly path: string;
  readonly named: boolean;
  /** Only files with such base names, where the command says so. */
  readonly names: readonly string[];
  /** Git shows it, from what the repository keeps. */
  readonly byGit?: true;
  /** The folder that the names in the lines count from, where it is not the one the command starts in. */
  readonly from?: string;
  /** Files and folders with such names are left out. */
  readonly without?: readonly string[];
  /** Names that begin with a dot are left out, of folders too. */
  readonly plainOnly?: true;
}

export const noEffects: CommandEffects = { reads: [], writes: [], searches: [], replacements: [], unresolved: [], changesGatelodge: false };

/** All of them together. */
export function joinEffects(all: readonly Partial<CommandEffects>[]): CommandEffects {
  return {
    reads: all.flatMap(({ reads = [] }) => reads),
    writes: all.flatMap(({ writes = [] }) => writes),
    searches: all.flatMap(({ searches = [] }) => searches),
    replacements: all.flatMap(({ replacements = [] }) => replacements),
    unresolved: all.flatMap(({ unresolved = [] }) => unresolved),
    changesGatelodge: all.some(({ changesGatelodge = false }) => changesGatelodge),
  };
}
