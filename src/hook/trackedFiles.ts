import { lstatSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { matchesName } from "../core/policy/policy.ts";

const longest = 20_000_000;
const headLength = 12;
const entryHead = 62;
const billion = 1_000_000_000n;

/** A file as git saw it last. */
interface Kept { readonly name: string; readonly size: number; readonly seconds: number; readonly nanoseconds: number }

/** The files below a folder that git keeps by its index; `undefined`: that cannot be read, so any file may be one. `differs`: they may be no longer as git saw them. */
export function trackedBelow(folder: string, repository: string | undefined, names: readonly string[], maxEntries: number): { readonly files: readonly string[]; readonly more: boolean; readonly differs: (file: string) => boolean } | undefined {
  const kept = repository === undefined ? undefined : keptFiles(repository);
  if (repository === undefined || kept === undefined) return undefined;
  const files = new Map(kept.map((each) => [join(repository, each.name), each] as const).filter(([file]) => (file.startsWith(`${folder.replace(/\/+$/, "")}/`)) && (names.length === 0 || names.some((name) => matchesName(name, basename(file))))));
  return { files: [...files.keys()].slice(0, maxEntries), more: files.size > maxEntries, differs: (file) => isOther(file, files.get(file)) };
}

function isOther(file: string, kept: Kept | undefined): boolean {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
  return stat !== undefined && (kept === undefined || Number(stat.size) !== kept.size || !isSameTime(stat.mtimeNs, kept));
}

/** Not every git writes parts of seconds down. */
const isSameTime = (time: bigint, { seconds, nanoseconds }: Kept) => Number(time / billion) === seconds && (nanoseconds === 0 || Number(time % billion) === nanoseconds);

function keptFiles(repository: string): readonly Kept[] | undefined {
  try {
    const place = join(repository, ".git");
    const file = join(statSync(place).isDirectory() ? place : resolve(repository, /^gitdir: (.+)$/m.exec(readFileSync(place, "utf8"))?.[1] ?? ""), "index");
    return statSync(file).size > longest ? undefined : parseIndex(readFileSync(file));
  } catch {
    return undefined; // no repository, or one without an index
  }
}

/** What stands in an index of version 2 or 3; another version, or one that is split among files, is not read. */
function parseIndex(bytes: Buffer): readonly Kept[] | undefined {
  if (bytes.length < headLength || bytes.toString("latin1", 0, 4) !== "DIRC" || ![2, 3].includes(bytes.readUInt32BE(4))) return undefined;
  const count = bytes.readUInt32BE(8);
  const kept: Kept[] = [];
  let at = headLength;
  for (let left = count; left > 0; left -= 1) {
    if (at + entryHead > bytes.length) return undefined;
    const start = at + entryHead + ((bytes.readUInt16BE(at + entryHead - 2) & 0x4000) === 0 ? 0 : 2);
    const end = bytes.indexOf(0, start);
    if (end < 0) return undefined;
    kept.push({ name: bytes.toString("utf8", start, end), size: bytes.readUInt32BE(at + 36), seconds: bytes.readUInt32BE(at + 8), nanoseconds: bytes.readUInt32BE(at + 12) });
    // Entries are filled up to a multiple of eight bytes, by one at least.
    at += Math.floor((end - at + 8) / 8) * 8;
  }
  return bytes.includes("link", at, "latin1") || bytes.includes("sdir", at, "latin1") ? undefined : kept;
}
