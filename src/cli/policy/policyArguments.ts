import { parseArgs } from "node:util";
import { CommandError } from "../command.ts";

const options = {
  as: { type: "string" }, out: { type: "string" }, json: { type: "boolean" }, channel: { type: "string" }, assistant: { type: "string" },
  key: { type: "string" }, keyset: { type: "string" }, organisation: { type: "string" }, version: { type: "string" }, days: { type: "string" }, public: { type: "string", multiple: true }, root: { type: "string", multiple: true },
  next: { type: "string" }, "next-id": { type: "string" }, percent: { type: "string" }, group: { type: "string", multiple: true }, monitor: { type: "string", multiple: true },
  endpoint: { type: "string" }, token: { type: "string" },
} as const;

export type PolicyArguments = ReturnType<typeof readPolicyArguments>;

/** What stands after `gatelodge policy`, not yet held against what the one command needs. */
export function readPolicyArguments(args: readonly string[]) {
  try {
    const { values, positionals: [what, ...named] } = parseArgs({ args: [...args], strict: true, allowPositionals: true, options });
    return { what, named, values };
  } catch {
    throw new CommandError("unknown or incomplete option; see gatelodge policy --help");
  }
}

/** An option without which the command cannot work. */
export function needed<K extends keyof PolicyArguments["values"]>({ values }: PolicyArguments, name: K): NonNullable<PolicyArguments["values"][K]> {
  const value = values[name];
  if (value === undefined) throw new CommandError(`--${name} is missing; see gatelodge policy --help`);
  return value as NonNullable<typeof value>;
}

/** A number of an option; `otherwise` where it is absent. */
export function numberOf(text: string | undefined, name: string, otherwise?: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (number === undefined || !Number.isFinite(number) || number < 0 || text === "") throw new CommandError(`--${name} is a number`);
  return number;
}

/** The one file that was named. */
export function oneFile({ named }: PolicyArguments): string {
  const [file, ...more] = named;
  if (file === undefined || more.length > 0) throw new CommandError("name one file; see gatelodge policy --help");
  return file;
}
