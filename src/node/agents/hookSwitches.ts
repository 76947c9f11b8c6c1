import { join } from "node:path";
import type { Assistant } from "../../assistants/assistant.ts";
import { knownAssistants } from "../../assistants/known.ts";
import type { HookSwitch } from "../../assistants/installation.ts";
import { readHeadNow } from "../readHeadNow.ts";

/** A file that keeps an assistant from running its hooks, and what in it does so. */
export interface FoundSwitch {
  readonly assistant: string;
  readonly file: string;
  readonly what: string;
}

const maxBytes = 1_000_000;

/** Looks in the files that are known to switch hooks off: in a home, or in a repository's folder. */
export function findHookSwitches(assistants: readonly Assistant[], folder: string, where: "home" | "repository"): readonly FoundSwitch[] {
  return assistants.flatMap(({ id, installation }) => (installation?.switches ?? []).flatMap((each) => {
    if (!each.in.includes(where)) return [];
    const file = join(folder, each.file);
    const what = findIn(file, each);
    return what === undefined ? [] : [{ assistant: id, file, what }];
  }));
}

/** Whether a switch that was found still says so. */
export function switchStands({ assistant, file, what }: FoundSwitch): boolean {
  const { installation } = knownAssistants.find(({ id }) => id === assistant) ?? {};
  return (installation?.switches ?? []).some((each) => file.replaceAll("\\", "/").endsWith(`/${each.file}`) && findIn(file, each) === what);
}

function findIn(file: string, { find }: HookSwitch): string | undefined {
  const text = readHeadNow(file, maxBytes);
  return text === undefined ? undefined : find(text.replace(/^\uFEFF/, ""));
}
