import { execFile } from "node:child_process";

/** What a program of the system prints; empty when it cannot be run, takes too long or prints too much. */
export type Output = (program: string, args: readonly string[]) => Promise<string>;

const limits = { timeout: 10_000, maxBuffer: 16 * 1024 * 1024, windowsHide: true, encoding: "utf8" } as const;

export const outputOf: Output = (program, args) =>
  new Promise((resolve) => void execFile(program, args, limits, (_, stdout) => resolve(stdout)));
