import type { Step } from "./model/script.ts";

/** What the model is to do, in words that every client has a tool for. */
export type Intent =
  | { readonly do: "read" | "write"; readonly path: string; readonly text?: string }
  | { readonly do: "shell"; readonly command: string }
  | { readonly do: "grep" | "glob"; readonly pattern: string }
  | { readonly do: "mcp" }
  | { readonly do: "subagent"; readonly prompt: string };

/** Where a run takes place; all of it is made for the run and goes with it. */
export interface RunPlace {
  readonly program: string;
  readonly home: string;
  readonly workspace: string;
  readonly modelUrl: string;
  readonly mcp: { readonly program: string; readonly args: readonly string[] };
}

/** The hook as an installation would write it: the program and its arguments for an event, and the client's own limit. */
export type HookCommand = (event: string) => { readonly program: string; readonly args: readonly string[]; readonly seconds?: number };

/** What can happen to a hook. */
export const failures = ["missing", "crashing", "hanging", "switched off by the repository", "not trusted by the person yet"] as const;
export type Failure = (typeof failures)[number];

export interface RunOptions {
  readonly prompt: string;
  /** Flags that ask the client not to ask. */
  readonly bypass: boolean;
  readonly mcp: boolean;
  /** Where a client asks for trust in its hooks: a flag stands for it, nobody has given it, or a person's way has been gone. */
  readonly trust: "flag" | "none" | "person";
}

/** A real client, started without a person, in a home of its own, against the scripted model. */
export interface TestClient {
  /** Our catalogue id, and that of `ensureAgentClient`. */
  readonly id: string;
  /** Writes the client's configuration; without hooks where there are none. */
  readonly configure: (place: RunPlace, hook: HookCommand | undefined, options: RunOptions) => void | Promise<void>;
  readonly environment: (place: Pick<RunPlace, "home" | "modelUrl">) => Readonly<Record<string, string>>;
  readonly args: (place: RunPlace, options: RunOptions) => readonly string[];
  /** The model's calls for an intent; `undefined`: this client has no tool for it. */
  readonly toStep: (intent: Intent, place: RunPlace) => Step | undefined;
  /** A file in the repository that is known to switch hooks off, and what it holds. */
  readonly killSwitch: { readonly path: string; readonly text: string };
  /** A file with hooks in the person's home, which agents must not change. */
  readonly hookFile: string;
  /** The client attaches a mentioned file to the prompt by itself. */
  readonly expandsMentions: boolean;
  /** A file that the policy restricts and that the client's own reading tool does not refuse; absent: `.env`. */
  readonly restricted?: string;
  /** Failures and cases in which the canary arrives in spite of the guard, by name, each with the client's own limit in words. */
  readonly open: Readonly<Record<string, string>>;
  /** Cases that the client stops by itself, without the guard, and why. */
  readonly refuses?: Readonly<Record<string, string>>;
  /** Failures that cannot be tried here, and why. */
  readonly untried?: Readonly<Partial<Record<Failure, string>>>;
  /** A refusal ends its task, and the reason reaches nobody on its output: fewer turns show that it was refused. */
  readonly endsTask?: true;
  /** The file below /etc by which an administrator gives everybody these hooks; absent: there is none that was seen to be read. */
  readonly managed?: (hook: HookCommand) => { readonly path: string; readonly text: string };
}
