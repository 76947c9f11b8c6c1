import { parseArgs } from "node:util";
import { createPolicyStore } from "../../node/policyStore.ts";
import { readDevice } from "../../node/reporting/device.ts";
import { reportingPlaces } from "../../node/reporting/createReporting.ts";
import { toFieldLines, toRequestLines, toTermLines } from "../../node/reporting/reportedText.ts";
import { createSpoolReader } from "../../node/spool/spoolReader.ts";
import { CommandError, exitCodes, type Command, type CommandContext } from "../command.ts";
import { toPlain, writeText } from "../writeText.ts";

const help = `gatelodge reporting: what your organisation is told by this machine.

Usage:
  gatelodge reporting status             where reports go, what for, how long they are kept, and what waits
  gatelodge reporting show [--last N]    the last N requests (20), each as it left, before it was compressed
  gatelodge reporting fields             everything that can be said
  gatelodge reporting headers            the header, as JSON, with which an assistant may report to the same endpoint
                                         for this machine: its key is in it, and it lets nobody read

Sends nothing and changes nothing.

Exit codes: ${exitCodes.clean} shown, ${exitCodes.trouble} wrong usage, or no key yet.
`;

const most = 1000;

/** `gatelodge reporting`. */
export const reporting: Command = {
  name: "reporting",
  summary: "show what is reported to your organisation, and what was",
  help,
  run: async (args, { locations, stdout }: CommandContext) => {
    const { what, last } = readArguments(args);
    const places = reportingPlaces(locations);
    const lines = { status: () => statusLines(locations, places.spool), show: () => requestLines(places.book, last), fields: toFieldLines, headers: () => headerLines(locations, places.device) }[what]();
    await writeText(stdout, lines.map((line) => `${toPlain(line)}\n`).join(""));
    return exitCodes.clean;
  },
};

function statusLines(locations: CommandContext["locations"], spool: string): readonly string[] {
  const { policy } = createPolicyStore({ locations, platform: process.platform, now: Date.now }).current();
  return toTermLines(policy.reporting, createSpoolReader({ folder: spool, pid: process.pid, now: Date.now }).waiting());
}

/** As Claude Code's `otelHeadersHelper` asks for: https://code.claude.com/docs/en/monitoring-usage. */
function headerLines(locations: CommandContext["locations"], file: string): readonly string[] {
  const { policy } = createPolicyStore({ locations, platform: process.platform, now: Date.now }).current();
  const device = readDevice(file, policy.reporting?.endpoint ?? "");
  if (device === undefined) throw new CommandError("this machine is not enrolled: an editor or gatelodge does that once the policy names an endpoint and an enrolment token");
  return [JSON.stringify({ Authorization: `Bearer ${device.deviceToken}` })];
}

function requestLines(book: string, last: number): readonly string[] {
  const lines = toRequestLines(book, last).flatMap((line) => line.split("\n"));
  return lines.length === 0 ? ["Nothing was sent from this machine yet."] : lines;
}

const subcommands = ["status", "show", "fields", "headers"] as const;
type Subcommand = (typeof subcommands)[number];

function readArguments(args: readonly string[]): { readonly what: Subcommand; readonly last: number } {
  const { values, positionals } = parse(args);
  const [word, ...others] = positionals;
  const what = subcommands.find((each) => each === word);
  const last = Number(values.last ?? 20);
  if (what === undefined || others.length > 0) throw new CommandError("say status, show, fields or headers; see gatelodge reporting --help");
  if (!Number.isInteger(last) || last < 1 || last > most) throw new CommandError(`--last is a number from 1 to ${most}`);
  return { what, last };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], strict: true, allowPositionals: true, options: { last: { type: "string" } } });
  } catch {
    throw new CommandError("unknown or incomplete option; see gatelodge reporting --help");
  }
}
