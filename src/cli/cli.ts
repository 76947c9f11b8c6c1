#!/usr/bin/env node
import { homedir } from "node:os";
import { delimiter, isAbsolute } from "node:path";
import { locationsFor } from "../node/locations.ts";
import { machineFilePath } from "../node/machineFile.ts";
import { CommandError, exitCodes, type Command, type CommandContext } from "./command.ts";
import { admin } from "./commands/admin.ts";
import { agents } from "./commands/agents.ts";
import { doctor } from "./commands/doctor.ts";
import { exceptions } from "./commands/exceptions.ts";
import { gateway } from "./commands/gateway.ts";
import { inventory } from "./commands/inventory.ts";
import { policy } from "./commands/policy.ts";
import { reporting } from "./commands/reporting.ts";
import { scan } from "./commands/scan.ts";
import { toPlain, writeText } from "./writeText.ts";

const commands: readonly Command[] = [scan, policy, exceptions, doctor, reporting, agents, inventory, gateway, admin];

const cancelPatience = 200;

const help = `gatelodge: keeps secrets, keys and confidential code from AI assistants.

Usage: gatelodge <command> [options]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join("\n")}

gatelodge <command> --help tells more. Nothing is sent anywhere, except that policy fetch and exceptions ask the endpoint of your organisation.

Exit codes: ${exitCodes.clean} nothing found, ${exitCodes.findings} something found, ${exitCodes.trouble} wrong usage or not everything could be done, ${exitCodes.cancelled} cancelled.
`;

async function run(args: readonly string[], context: CommandContext): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    await writeText(name === undefined ? context.stderr : context.stdout, help);
    return name === undefined ? exitCodes.trouble : exitCodes.clean;
  }
  const command = commands.find((known) => known.name === name);
  if (command === undefined) throw new CommandError("there is no such command; see gatelodge --help");
  if (!rest.includes("--help") && !rest.includes("-h")) return command.run(rest, context);
  await writeText(context.stdout, command.help);
  return exitCodes.clean;
}

async function main(): Promise<void> {
  const interrupted = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => interrupted.abort());
  // Whoever reads has gone (`| head`): nothing is left to do, and nobody to tell.
  process.stdout.on("error", () => process.exit(exitCodes.trouble));
  const { stdin, stdout, stderr } = process;
  const locations = locationsFor(process.platform, homedir(), machineFilePath(process.platform));
  const context = { stdin, stdout, stderr, folder: process.cwd(), home: homedir(), programFolders: (process.env["PATH"] ?? "").split(delimiter).filter(isAbsolute), environmentNames: Object.keys(process.env), dist: import.meta.dirname, locations, signal: interrupted.signal };
  const ending = run(process.argv.slice(2), context).catch(async (error: unknown) => {
    if (interrupted.signal.aborted) return exitCodes.cancelled;
    // Other messages could hold anything; what they are called cannot.
    const words = error instanceof CommandError ? error.message : `something went wrong (${(error as NodeJS.ErrnoException).code ?? (error as Error).name})`;
    await writeText(stderr, `gatelodge: ${toPlain(words)}\n`);
    return exitCodes.trouble;
  });
  process.exit(await Promise.race([ending, cancelled(interrupted.signal)])); // a thread that hangs in a file must not keep the program
}

/** A moment after Ctrl+C, for what wants to be put in order; some things, such as standard input, would never end. */
function cancelled(signal: AbortSignal): Promise<number> {
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => void setTimeout(resolve, cancelPatience, exitCodes.cancelled), { once: true });
  });
}

void main();
