import type { Channel, Effect } from "../core/request.ts";

/**
 * How an assistant asks its hooks and wants to be answered, as two pure functions (docs/agents.md). A dialect knows shapes
 * and nothing else: which files are meant, what the policy says and what is masked is decided by the hook program.
 */
export interface Dialect {
  /** Written after the client's documentation: the client itself was never run against it, and nothing is proven. */
  readonly documented?: true;
  /** Events the hook is installed for, by the client's own names. */
  readonly events: readonly string[];
  /** What a payload asks. `undefined`: it is none of this client's, and the policy's `otherwise` answers. Never throws. */
  readonly read: (event: string, payload: unknown) => Question | undefined;
  /** The answer in the client's own form. `question` is absent where `read` gave none. Always explicit, never throws. */
  readonly write: (event: string, verdict: Verdict, question?: Question) => HookAnswer;
}

/** `prompt`: before it is sent; `before` and `after` a tool runs; `other`: nothing travels. */
export type Moment = "prompt" | "before" | "after" | "other";

/** What a tool does with what it names; paths as the assistant wrote them, relative to the question's folder. */
export type Use =
  | { readonly kind: "read" | "write" | "remove"; readonly path: string }
  /** Only if there is such a file: nobody knows what this tool does with the text. */
  | { readonly kind: "maybe"; readonly path: string }
  | { readonly kind: "search"; readonly path: string }
  /** Files below a folder that are asked for by name: patterns of base names. What they hold nobody here can mask. */
  | { readonly kind: "searchNamed"; readonly path: string; readonly names: readonly string[] }
  /** There is more in the arguments than is looked at. */
  | { readonly kind: "more" }
  /** `unattended`: what it prints comes by another way than its result, or it may be cut short. */
  | { readonly kind: "run"; readonly command: string; readonly shell?: "powershell"; readonly unattended?: true };

export interface Question {
  readonly moment: Moment;
  /** The working folder, by which relative names are meant. */
  readonly folder?: string;
  /** What travels: a prompt, a tool's arguments, or its result in the client's own shape. Its strings are judged, and masked in place. */
  readonly subject: unknown;
  readonly channel: Channel;
  readonly uses: readonly Use[];
  /** What the client honours at this moment. `redact`: it takes a changed subject. */
  readonly able: readonly Effect[];
  /** The client lets us change what this tool brings back, so a file that it reads may be masked afterwards. */
  readonly masksResult: boolean;
  /** A command that fails brings its output back without our being asked: what it reads cannot be masked, whatever `masksResult` says. */
  readonly failuresPass?: true;
  /** The client attaches files that a prompt mentions (`@name`) by itself. */
  readonly attaches: boolean;
}

export interface Verdict {
  readonly effect: Effect;
  /** For the agent or the person: what was refused, why, and what to do instead. Holds no content. */
  readonly reason: string;
  /** For `redact`, and for `block` after a tool ran: the subject with masks, in the shape it came in. */
  readonly subject?: unknown;
}

/** What the hook program prints, and its exit code. */
export interface HookAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

/** The usual answer: JSON at exit code 0. */
export function toJsonAnswer(value: object): HookAnswer {
  return { stdout: `${JSON.stringify(value)}\n`, stderr: "", exitCode: 0 };
}

/** For clients that know a refusal by its exit code alone: 2, with the reason on standard error. */
export function toExitAnswer({ effect, reason }: Verdict): HookAnswer {
  return effect === "allow" || effect === "warn" ? toJsonAnswer({}) : { stdout: "", stderr: `${reason}\n`, exitCode: 2 };
}
