import { isAbsolute } from "node:path";
import { parseArgs } from "node:util";

/** What the installation wrote into the client's configuration. Nothing of it comes from the environment or the working folder. */
export interface HookArguments {
  readonly assistant: string;
  /** The client's own name of the event. */
  readonly event: string;
  readonly home: string;
  readonly machineFile: string;
  /** Milliseconds from the start until an answer must be out: well below the client's own limit. */
  readonly deadline: number;
  /** `ask`: a resident answers where there is one, else one is started for the next call. `start`: somebody has asked in vain. */
  readonly resident: "none" | "ask" | "start";
}

const residents: readonly string[] = ["none", "ask", "start"] satisfies readonly HookArguments["resident"][];

const defaultDeadline = 4000;

/**
 * Reads `--assistant ID --event NAME --machine-file PATH [--home PATH] [--deadline MS] [--resident none|ask|start]`; an error is a sentence. An administrator's
 * hook is for everybody, so it names no home: then it is `userHome`, which the system knows of the user who runs it.
 */
export function parseHookArguments(words: readonly string[], userHome: () => string): HookArguments | { readonly error: string } {
  try {
    const { values } = parseArgs({ args: [...words], strict: true, options: { assistant: { type: "string" }, event: { type: "string" }, home: { type: "string" }, "machine-file": { type: "string" }, deadline: { type: "string" }, resident: { type: "string", default: "none" } } });
    const { assistant, event, "machine-file": machineFile, resident } = values;
    if (!isResident(resident)) return { error: "--resident is none, ask or start" };
    if (assistant === undefined || event === undefined) return { error: "--assistant and --event are needed" };
    const home = values.home ?? userHome();
    if (machineFile === undefined || !isAbsolute(home) || !isAbsolute(machineFile)) return { error: "--home and --machine-file must be absolute paths" };
    const deadline = Number(values.deadline ?? defaultDeadline);
    return Number.isFinite(deadline) && deadline > 0 ? { assistant, event, home, machineFile, deadline, resident } : { error: "--deadline is no number of milliseconds" };
  } catch {
    return { error: "unknown argument" };
  }
}

const isResident = (word: string): word is HookArguments["resident"] => residents.includes(word);
