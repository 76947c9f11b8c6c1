import type { Channel } from "../core/request.ts";
import type { NamedCall } from "./hooks/namedCalls.ts";
import type { PlantedShapes } from "./plantedQuestions.ts";
import type { TextEditor } from "./textEdit.ts";

/** A program with its arguments, all absolute. */
export interface ProgramCall {
  readonly program: string;
  readonly args: readonly string[];
}

/** How the hook is started for one of the client's events. */
export type HookStart = (event: string) => ProgramCall;

/** What else an installation has to offer. */
export interface HookParts {
  /** The text of a program of ours, by its name. */
  readonly shipped: (name: string) => string | undefined;
  /** Random, once for an installation: what is named by it nobody else can name. */
  readonly tag: string;
}

/** A file in a home that holds hooks. */
export interface HookFile {
  readonly path: string;
  readonly editor: (start: HookStart, parts: HookParts) => TextEditor;
  /** What it says now that the client starts for an event. */
  readonly named: (text: string, event: string, file: string) => NamedCall | undefined;
  /** Where the client starts the file itself. */
  readonly executable?: true;
  /** The client reads it in the place of another of these files, so one that is not there is not made. */
  readonly onlyIfThere?: true;
}

/** Where a client looks for hooks, and what can keep it from running them. Paths with `/`; those of a person are from the home. */
export interface HookInstallation {
  /** Files or folders in the home of somebody who uses it. */
  readonly foundBy: readonly string[];
  readonly user: readonly HookFile[];
  /** For every user of the machine; written by an administrator. */
  readonly managed?: { readonly paths: Readonly<Partial<Record<string, string>>>; readonly editor: (start: HookStart, parts: HookParts) => TextEditor };
  /** Its own list of what may not be read, which holds also where hooks do not run. Globs without a slash match a base name anywhere. */
  readonly denies?: { readonly editor: (globs: readonly string[]) => TextEditor; readonly user?: string; readonly managed?: Readonly<Partial<Record<string, string>>> };
  /** What keeps the agent from every tool while its hooks are switched off; absent: its client has no setting for that. */
  readonly denial?: Denial;
  /** Hooks run only once the person trusts them, which is theirs to do. */
  readonly trust?: { readonly file: string; readonly isGiven: (text: string) => boolean; readonly how: string };
  readonly switches: readonly HookSwitch[];
  /** How its hook is asked by a self-test. */
  readonly planted: PlantedShapes;
  /** Version of the client that docs/proof-agents.md was measured with; absent: its documentation is all there is. */
  readonly provenWith?: string;
  /** Channels in which the client asks nobody, and why. */
  readonly noLever?: Readonly<Partial<Record<Channel, string>>>;
}

export interface Denial {
  /** From the home. */
  readonly file: string;
  readonly rules: readonly string[];
  /** For those of the rules that a person has not put there: theirs stay when ours go. */
  readonly editor: (rules: readonly string[]) => TextEditor;
}

/** A file that can switch a person's hooks off. */
export interface HookSwitch {
  /** From the home, or from a repository's folder. */
  readonly file: string;
  readonly in: readonly ("home" | "repository")[];
  /** What in the text does so, in the file's own words. */
  readonly find: (text: string) => string | undefined;
}

/** One line for clients that start their hooks with a shell. */
export function toCommandLine({ program, args }: ProgramCall): string {
  const windows = /^[a-zA-Z]:/.test(program);
  return [program, ...args].map((word) => (windows ? `"${word}"` : `'${word.replaceAll("'", "'\\''")}'`)).join(" ");
}
