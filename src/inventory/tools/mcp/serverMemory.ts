import { createHmac, randomBytes } from "node:crypto";
import { fieldsOf, textIn } from "../../../assistants/hooks/fields.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../../../node/replaceFile.ts";
import { readObject } from "../../../node/trust/trustFiles.ts";
import type { McpServer } from "./mcpServer.ts";

/** Parts of a server by what a change of them means. */
export type ServerPart = "start" | "given" | "powers";
type Parts = Readonly<Record<ServerPart, string>>;

/** What tool servers were like when they were accepted. */
export interface ServerMemory {
  /** Says what a server is now, and answers how that differs from what was accepted. Of a file nobody has seen the first look counts as accepted. */
  readonly recall: (file: string, server: McpServer) => "known" | "new" | readonly ServerPart[];
  /** Writes down what is accepted: what was seen for the first time, and with `accept` everything as it is now. `false`: it could not be written. */
  readonly keep: (accept: boolean) => boolean;
}

/**
 * In the state folder, 0600. Of servers it holds keyed hashes only: whoever reads it learns nothing without trying, and the values
 * that could be tried stand in the clients' own files.
 */
export function createServerMemory(file: string): ServerMemory {
  const stored = readObject(file);
  const key = textIn(stored, "key") ?? randomBytes(32).toString("base64url");
  const hash = (text: string) => createHmac("sha256", Buffer.from(key, "base64url")).update(text).digest("hex").slice(0, 32);
  const files = readFiles(stored);
  const now = new Map<string, Map<string, Parts>>();
  return {
    recall: (place, server) => {
      const [at, name] = [hash(`file\n${place}`), hash(`name\n${server.name}`)];
      const parts = partsOf(server, hash);
      now.set(at, (now.get(at) ?? new Map()).set(name, parts));
      const accepted = files.get(at);
      const before = accepted?.get(name);
      if (before === undefined) return accepted === undefined ? "known" : "new";
      const changed = (["start", "given", "powers"] as const).filter((part) => before[part] !== parts[part]);
      return changed.length === 0 ? "known" : changed;
    },
    keep: (accept) => {
      const fresh = [...now].filter(([at]) => accept || !files.has(at));
      if (fresh.length === 0) return true;
      const all = Object.fromEntries([...files, ...fresh].map(([at, servers]) => [at, Object.fromEntries(servers)]));
      try {
        makeFoldersFor(file, 0o700);
        replaceFile(file, Buffer.from(JSON.stringify({ version: 1, key, files: all })), standingOfNew(file));
        return true;
      } catch {
        return false; // the next round sees the same again, and says so again
      }
    },
  };
}

function partsOf({ start, given, unasked, off }: McpServer, hash: (text: string) => string): Parts {
  const pairs = Object.entries(given).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { start: hash(JSON.stringify(start)), given: hash(JSON.stringify(pairs)), powers: hash(JSON.stringify([unasked, off])) };
}

function readFiles(stored: Readonly<Record<string, unknown>>): ReadonlyMap<string, ReadonlyMap<string, Parts>> {
  return new Map(Object.entries(fieldsOf(stored["files"])).map(([at, servers]) => [at, new Map(Object.entries(fieldsOf(servers)).map(([name, parts]): [string, Parts] => [name, { start: textIn(parts, "start") ?? "", given: textIn(parts, "given") ?? "", powers: textIn(parts, "powers") ?? "" }]))]));
}
