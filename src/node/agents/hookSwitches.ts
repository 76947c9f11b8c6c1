import { join } from "node:path";
import type { Assistant } from "../../assistants/assistant.ts";
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
    const text = readHeadNow(file, maxBytes);
    const what = text === undefined ? undefined : each.find(text.replace(/^\uFEFF/, ""));
    return what === undefined ? [] : [{ assistant: id, file, what }];
  }));
}
