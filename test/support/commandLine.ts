import { spawn } from "node:child_process";
import { join } from "node:path";

export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the bundled command line to its end, with a home of its own. */
export async function runCommand(bundles: string, { args, folder, home, input = "", environment = {} }: CommandCall): Promise<CommandResult> {
  const child = spawn(process.execPath, [join(bundles, "cli.cjs"), ...args], { cwd: folder, env: { ...process.env, HOME: home, USERPROFILE: home, ...environment }, stdio: ["pipe", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => void (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => void (output.stderr += text));
  child.stdin.on("error", () => undefined); // it ended before it read all of it
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => void child.once("close", resolve));
  return { code, ...output };
}

export interface CommandCall {
  readonly args: readonly string[];
  readonly folder: string;
  readonly home: string;
  readonly input?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}
