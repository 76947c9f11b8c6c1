import { parse } from "jsonc-parser";
import type { ProgramCall } from "../installation.ts";
import { fieldsOf, textIn } from "./fields.ts";
import { launcherName } from "./launcherName.ts";

/** How a client's own file says that its hook is started: a program, or a line for a shell. */
export type NamedCall = ProgramCall | { readonly line: string };

/** The hook of ours that a JSON file names for an event: in the forms of all clients that have lists by event. */
export const namedInJson = namedUnder("hooks");

/** The same where the lists stand under another key, or, with "", in nothing. */
export function namedUnder(key: string): (text: string, event: string) => NamedCall | undefined {
  return (text, event) => {
    const values: unknown = parse(text, [], { allowTrailingComma: true });
    const list = fieldsOf(key === "" ? values : fieldsOf(values)[key])[event];
    const entries: readonly unknown[] = Array.isArray(list) ? list : [];
    return toCall(entries.flatMap((entry) => {
      const { hooks: inner } = fieldsOf(entry);
      return Array.isArray(inner) ? (inner as readonly unknown[]) : [entry];
    }));
  };
}

function toCall(hooks: readonly unknown[]): NamedCall | undefined {
  const ours = hooks.find((hook) => JSON.stringify(hook).includes(launcherName));
  const program = textIn(ours, "exec") ?? textIn(ours, "command");
  if (program === undefined) return undefined;
  const { args } = fieldsOf(ours);
  return Array.isArray(args) ? { program, args: args.map(String) } : { line: program };
}

/** The program that our plugin starts for an event. */
export function namedInPlugin(text: string, event: string): NamedCall | undefined {
  try {
    const commands = JSON.parse(JSON.parse(/JSON\.parse\(("(?:[^"\\]|\\.)*")\)/.exec(text)?.[1] ?? "\"{}\"") as string) as unknown;
    const words = fieldsOf(commands)[event];
    const [program, ...args] = Array.isArray(words) ? words.map(String) : [];
    return program === undefined ? undefined : { program, args };
  } catch {
    return undefined; // somebody has rewritten it
  }
}
