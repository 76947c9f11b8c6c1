/** A hook call as an installation writes it into a client's configuration; `src/hook/hookArguments.ts` reads it. */
export interface HookCall {
  readonly assistant: string;
  readonly event: string;
  /** Absolute. Absent in an administrator's hook, which is for every user. */
  readonly home?: string;
  readonly machineFile: string;
  /** Milliseconds; absent: the program's own. */
  readonly deadline?: number;
}

/** The words behind the program's name. */
export function toHookWords({ assistant, event, home, machineFile, deadline }: HookCall): readonly string[] {
  return ["--assistant", assistant, "--event", event, "--machine-file", machineFile, ...(home === undefined ? [] : ["--home", home]), ...(deadline === undefined ? [] : ["--deadline", String(deadline)])];
}
