import type { Replacement } from "./replacement.ts";

/** What a command does with files, as far as its text tells. Paths are relative to the folder it starts in. */
export interface CommandEffects {
  readonly reads: readonly FileRead[];
  readonly writes: readonly FileWrite[];
  readonly searches: readonly TreeRead[];
  readonly replacements: readonly Replacement[];
  /** Why a file that is read cannot be named, in words without content. */
  readonly unresolved: readonly string[];
  /** Variables whose values come out, or go where nobody can say (`environment.ts`). */
  readonly shows: readonly string[];
  /** It would change what Gatelodge does. */
  readonly changesGatelodge: boolean;
  /** It cannot fail after it has shown something, if all these are there and can be read. Absent: it may. */
  readonly endsWellWith?: readonly Needed[];
}

export interface Needed {
  readonly path: string;
  readonly glob: boolean;
  /** A folder will do, with all below it. */
  readonly deep: boolean;
}

export interface FileRead {
  readonly path: string;
  readonly glob: boolean;
  /**
   * `shown`: its text comes out as it is; `hidden`: changed or sent elsewhere, where nobody can mask it;
   * `named`: used by a program that does its own work with it; `loaded`, `sourced`, `split`: its variables are, by a program, by the shell, word by word.
   */
  readonly content: "shown" | "hidden" | "named" | "loaded" | "sourced" | "split";
  /** It becomes a file of this name, or one in this folder. */
  readonly copiedTo?: string | undefined;
  /** Of what is loaded these variables are shown. */
  readonly variables?: readonly string[];
  /** The pattern stands for names with a dot at the head as well. */
  readonly dots?: boolean;
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
  /** It stands for what it matches. */
  readonly glob?: true;
  /** It is one stream of all of them, which only counts where it comes out. */
  readonly packed?: true;
  /** Only files with such base names, where the command says so. */
  readonly names: readonly string[];
  /** Only of files that hold one of these texts, in whatever capitals, anything comes out. */
  readonly wanted?: readonly string[];
  /** Of what git keeps, the files that are no longer as they were come out, and nobody can mask them. */
  readonly differing?: true;
  /** Git shows what its branches lead to: a file that none of its commits holds is not among it. */
  readonly ofHistory?: boolean;
  /** Git shows it, from what the repository keeps. */
  readonly byGit?: true;
  /** Only files that git keeps by now. */
  readonly tracked?: boolean;
  /** The folder that the names in the lines count from, where it is not the one the command starts in. */
  readonly from?: string;
  /** Only what they are called is judged. */
  readonly content?: "named";
  /** Files and folders with such names are left out. */
  readonly without?: readonly string[];
  /** Names that begin with a dot are left out, of folders too. */
  readonly plainOnly?: true;
}

export const noEffects: CommandEffects = { reads: [], writes: [], searches: [], replacements: [], unresolved: [], shows: [], changesGatelodge: false };

/** All of them together. */
export function joinEffects(all: readonly Partial<CommandEffects>[]): CommandEffects {
  return {
    reads: all.flatMap(({ reads = [] }) => reads),
    writes: all.flatMap(({ writes = [] }) => writes),
    searches: all.flatMap(({ searches = [] }) => searches),
    replacements: all.flatMap(({ replacements = [] }) => replacements),
    unresolved: all.flatMap(({ unresolved = [] }) => unresolved),
    shows: all.flatMap(({ shows = [] }) => shows),
    changesGatelodge: all.some(({ changesGatelodge = false }) => changesGatelodge),
  };
}
