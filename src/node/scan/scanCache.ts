import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { tiers, type Finding } from "../../core/request.ts";
import type { CacheEntry, ScanOptions } from "./scanJob.ts";
import { detectorsOff } from "./detectorsOff.ts";
import { ownDetectors } from "./ownDetectors.ts";

/** Findings of contents by the contents' hash. Holds no text: ids, kinds and offsets. */
export type ScanCache = ReadonlyMap<string, readonly Finding[]>;

const formatLine = "gatelodge scan cache 1";
const keyLength = 43;
const none: readonly Finding[] = [];
const keptMilliseconds = 30 * 24 * 3600 * 1000;

export const toCacheKey = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64url");

/** One file for each set of folders that is scanned: it holds what the last scan of them saw, and so needs no other limit. */
export function cacheFileFor(folder: string, roots: readonly string[]): string {
  return join(folder, `scan-${createHash("sha256").update(JSON.stringify(roots)).digest("hex").slice(0, 32)}.txt`);
}

/** Stands for everything that decides what is found in a content: the program itself and what is switched on. */
export function hashRules(workerFile: string, { secretlint, policies }: Pick<ScanOptions, "secretlint" | "policies">): string {
  return createHash("sha256").update(readFileSync(workerFile)).update(JSON.stringify([secretlint, [...detectorsOff(policies)].toSorted(), ownDetectors(policies)])).digest("hex");
}

/** What was found with the same rules; nothing when they are others, or the file is damaged. */
export function readScanCache(file: string, rules: string): ScanCache {
  try {
    const [format, madeWith, ...lines] = readFileSync(file, "utf8").split("\n");
    if (format !== formatLine || madeWith !== rules) return new Map();
    return new Map(lines.flatMap(parseLine));
  } catch {
    return new Map(); // none yet: everything is scanned
  }
}

/** Readable by the user only. A cache that cannot be written is no reason to fail: false then. */
export function writeScanCache(file: string, rules: string, entries: Iterable<CacheEntry>): boolean {
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const lines = Array.from(entries, ({ key, findings }) => `${key} ${JSON.stringify(findings)}`);
    writeFileSync(draft, [formatLine, rules, ...lines, ""].join("\n"), { mode: 0o600 });
    renameSync(draft, file);
    return true;
  } catch {
    return false;
  }
}

/** Caches of folders that nobody scans any more. */
export function pruneScanCaches(folder: string, now: number): void {
  for (const name of readdirSync(folder).filter((entry) => /^scan-[0-9a-f]{32}\.txt/.test(entry))) {
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: now };
    if (now - mtimeMs > keptMilliseconds) rmSync(join(folder, name), { force: true });
  }
}

function parseLine(line: string): readonly (readonly [string, readonly Finding[]])[] {
  // A line that was cut has no valid list of findings, not even an empty one: that content is scanned again.
  const key = line.slice(0, keyLength);
  const list = line.slice(keyLength + 1);
  if (list === "[]") return [[key, none]];
  try {
    const findings: unknown = JSON.parse(list);
    return Array.isArray(findings) && findings.every(isFinding) ? [[key, findings]] : [];
  } catch {
    return [];
  }
}

function isFinding(value: Partial<Finding> | null): value is Finding {
  return typeof value?.detector === "string" && typeof value.kind === "string" && tiers.some((tier) => tier === value.tier) && Number.isInteger(value.start) && Number.isInteger(value.end);
}
