import { join } from "node:path";
import type { ProofRow } from "../../scripts/proofText.mjs";
import { toHookWords, type HookCall } from "../../src/assistants/hookCommand.ts";
import type { Run, RunResult } from "./runClient.ts";
import type { HookCommand, TestClient } from "./testClient.ts";

/** What a proof needs of a client that is installed. */
export interface Prover {
  readonly client: TestClient;
  readonly run: (run: Omit<Run, "prompt"> & { readonly prompt?: string }) => Promise<RunResult>;
  readonly record: (row: Pick<ProofRow, "case" | "guard" | "leaked" | "expected" | "limit" | "benign"> & { readonly scope?: string }) => void;
}

const program = join(import.meta.dirname, "../../dist/hook.cjs");
const commandOf = (call: HookCall) => ({ program: process.execPath, args: [program, ...toHookWords(call)] });

/** The hook as an installation for this user would write it. */
export const userHook = (assistant: string) => (home: string): HookCommand => (event) => commandOf({ assistant, event, home, machineFile: join(home, "no-machine-file") });

/** The hook as an administrator would write it, for every user. */
export const managedHook = (assistant: string): HookCommand => (event) => commandOf({ assistant, event, machineFile: "/etc/gatelodge/managed.json" });
