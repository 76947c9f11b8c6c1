import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { tiers, type Tier } from "../../core/request.ts";
import { CommandError } from "../command.ts";

export const formats = ["text", "json", "sarif"] as const;
type Format = (typeof formats)[number];

/** The command line of a scan, checked. */
export interface ScanArguments {
  readonly mode: "paths" | "staged" | "stdin" | "jsonl";
  readonly paths: readonly string[];
  readonly format: Format;
  readonly tier: Tier;
  readonly ignored: boolean;
  readonly secretlint: boolean;
  readonly cache: boolean;
  readonly allowUnscanned: boolean;
  /** Also what comments, baselines, turned-down rules and marks silence. */
  readonly everything: boolean;
  /** Files: one more that is asked, one that is written. */
  readonly baseline?: string;
  readonly makeBaseline?: string;
  readonly threads: number;
  readonly maxBytes: number;
  /** Milliseconds. */
  readonly deadline: number;
}

const options = {
  jsonl: { type: "boolean" }, stdin: { type: "boolean" }, staged: { type: "boolean" },
  format: { type: "string" }, tier: { type: "string" }, "no-ignore": { type: "boolean" }, secretlint: { type: "boolean" }, "no-cache": { type: "boolean" },
  all: { type: "boolean" }, baseline: { type: "string" }, "make-baseline": { type: "string" }, "allow-unscanned": { type: "boolean" }, threads: { type: "string" }, "max-size": { type: "string" }, deadline: { type: "string" },
} as const;

const usualThreads = () => Math.min(8, availableParallelism());

/** Throws a CommandError that names the option. */
export function readScanArguments(args: readonly string[]): ScanArguments {
  const { values, positionals } = parse(args);
  const modes = (["jsonl", "stdin", "staged"] as const).filter((mode) => values[mode] === true);
  if (modes.length > 1) throw new CommandError("--jsonl, --stdin and --staged exclude each other");
  const [mode = "paths"] = modes;
  if (positionals.length > 0 && (mode === "jsonl" || mode === "stdin")) throw new CommandError(`--${mode} reads standard input and takes no paths`);
  const { baseline, "make-baseline": makeBaseline } = values;
  if (makeBaseline !== undefined && mode !== "paths") throw new CommandError("--make-baseline is for files on disk");
  return {
    mode,
    ...(baseline === undefined ? {} : { baseline }),
    ...(makeBaseline === undefined ? {} : { makeBaseline }),
    everything: values.all === true,
    paths: positionals,
    format: oneOf("format", formats, values.format ?? "text"),
    tier: oneOf("tier", tiers, values.tier ?? "likely"),
    ignored: values["no-ignore"] === true,
    secretlint: values.secretlint === true,
    cache: values["no-cache"] !== true,
    allowUnscanned: values["allow-unscanned"] === true,
    threads: numberFrom("threads", values.threads, { least: 1, most: 64, usual: usualThreads() }),
    maxBytes: Math.round(numberFrom("max-size", values["max-size"], { least: 0.001, most: 500, usual: 20 }) * 1_000_000),
    deadline: numberFrom("deadline", values.deadline, { least: 0.001, most: 3600, usual: 10 }) * 1000,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new CommandError((error as Error).message.split(/[\n.]/)[0] ?? "wrong usage", { cause: error });
  }
}

function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const known = allowed.find((each) => each === value);
  if (known === undefined) throw new CommandError(`--${option} is one of ${allowed.join(", ")}`);
  return known;
}

function numberFrom(option: string, value: string | undefined, { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number }): number {
  const number = value === undefined ? usual : Number(value);
  if (!(number >= least && number <= most) || (option === "threads" && !Number.isInteger(number))) throw new CommandError(`--${option} is a number from ${least} to ${most}`);
  return number;
}
