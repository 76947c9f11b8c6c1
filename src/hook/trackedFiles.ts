import { readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { matchesName } from "../core/policy/policy.ts";

const longest = 20_000_000;
const headLength = 12;
const entryHead = 62;

/** The files below a folder that git keeps by its index; `undefined`: that cannot be read, so any file may be one. */
export function trackedBelow(folder: string, repository: string | undefined, names: readonly string[], maxEntries: number): { readonly files: readonly string[]; readonly more: boolean } | undefined {
  const kept = repository === undefined ? undefined : keptNames(repository);
  if (repository === undefined || kept === undefined) return undefined;
  const files = kept.map((name) => join(repository, name)).filter((file) => (file.startsWith(`${folder.replace(/\/+$/, "")}/`)) && (names.length === 0 || names.some((name) => matchesName(name, basename(file)))));
  return { files: files.slice(0, maxEntries), more: files.length > maxEntries };
}

function keptNames(repository: string): readonly string[] | undefined {
  try {
    const place = join(repository, ".git");
    const file = join(statSync(place).isDirectory() ? place : resolve(repository, /^gitdir: (.+)$/m.exec(readFileSync(place, "utf8"))?.[1] ?? ""), "index");
    return statSync(file).size > longest ? undefined : parseIndex(readFileSync(file));
  } catch {
    return undefined; // no repository, or one without an index
  }
}

/** Names in an index of version 2 or 3; another version, or one that is split among files, is not read. */
export function parseIndex(bytes: Buffer): readonly string[] | undefined {
  if (bytes.length < headLength || bytes.toString("latin1", 0, 4) !== "DIRC" || ![2, 3].includes(bytes.readUInt32BE(4))) return undefined;
  const count = bytes.readUInt32BE(8);
  const names: string[] = [];
  let at = headLength;
  for (let left = count; left > 0; left -= 1) {
    if (at + entryHead > bytes.length) return undefined;
    const start = at + entryHead + ((bytes.readUInt16BE(at + entryHead - 2) & 0x4000) === 0 ? 0 : 2);
    const end = bytes.indexOf(0, start);
    if (end < 0) return undefined;
    names.push(bytes.toString("utf8", start, end));
    // Entries are filled up to a multiple of eight bytes, by one at least.
    at += Math.floor((end - at + 8) / 8) * 8;
  }
  return bytes.includes("link", at, "latin1") || bytes.includes("sdir", at, "latin1") ? undefined : names;
}
