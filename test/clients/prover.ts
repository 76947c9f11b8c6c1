import { join } from "node:path";
import type { ProofRow } from "../../scripts/proofText.mjs";
import type { Run, RunResult } from "./runClient.ts";
import type { HookCommand, TestClient } from "./testClient.ts";

/** What a proof needs of a client that is installed. */
export interface Prover {
  readonly client: TestClient;
  readonly run: (run: Omit<Run, "prompt"> & { readonly prompt?: string }) => Promise<RunResult>;
  readonly record: (row: Pick<ProofRow, "case" | "guard" | "leaked" | "expected" | "limit" | "benign"> & { readonly scope?: string }) => void;
}

const program = join(import.meta.dirname, "../../dist/hook.cjs");
const hookFor = (client: string, event: string) => ({ program: process.execPath, args: [program, "--assistant", client, "--event", event] });

/** The hook as an installation for this user would write it. */
export const userHook = (client: string) => (home: string): HookCommand => (event) => {
  const { program: file, args } = hookFor(client, event);
  return { program: file, args: [...args, "--home", home, "--machine-file", join(home, "no-machine-file")] };
};

/** The hook as an administrator would write it, for every user. */
export const managedHook = (client: string): HookCommand => (event) => {
  const { program: file, args } = hookFor(client, event);
  return { program: file, args: [...args, "--machine-file", "/etc/gatelodge/managed.json"] };
};
