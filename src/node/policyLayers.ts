import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { PolicyDocument } from "../core/policy/policyDocument.ts";
import { parsePolicy } from "../core/policy/parsePolicy.ts";
import { readPolicyText, type PolicyFileError } from "./policyFile.ts";

/** What a policy file on disk says now, or said when it was last right. */
export interface ReadLayer {
  /** Changes whenever the file does. */
  readonly stamp: string;
  readonly document?: PolicyDocument;
  /** Why the file as it is now does not count. */
  readonly errors: readonly PolicyFileError[];
}

export const policyFileName = "gatelodge.yaml";
const absent: ReadLayer = { stamp: "absent", errors: [] };

/** Reads layer files, remembering each by its state on disk; a broken one gives its last good document, also after a restart. */
export function createLayerReader(lastGoodFolder: string): (file: string) => ReadLayer {
  const cache = new Map<string, ReadLayer>();
  return (file) => {
    const stamp = stampOf(file);
    const known = cache.get(file);
    if (known?.stamp === stamp) return known;
    const layer = stamp === absent.stamp ? absent : readLayer(file, stamp, known?.document, join(lastGoodFolder, `${createHash("sha256").update(file).digest("hex").slice(0, 32)}.json`));
    cache.set(file, layer);
    return layer;
  };
}

/** Folders from a file's own up to its repository root; without a repository, up to the root of the disk. */
export function policyFolders(folder: string, repository: string | undefined): readonly string[] {
  const folders = [];
  for (let current = folder; ; current = dirname(current)) {
    folders.push(current);
    if (current === repository || dirname(current) === current) return folders.reverse();
  }
}

/** A link to itself or a closed folder is a state too: reading then says why, and the last good version stays. */
function stampOf(file: string): string {
  try {
    const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
    return stat === undefined || !stat.isFile() ? absent.stamp : `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
  } catch (error) {
    return `unreadable:${codeOf(error)}`;
  }
}

function readLayer(file: string, stamp: string, inMemory: PolicyDocument | undefined, lastGood: string): ReadLayer {
  const read = readText(file);
  const parsed = typeof read === "string" ? readPolicyText(read) : { ok: false as const, errors: [{ start: 0, end: 1, line: 1, message: read.message }] };
  if (parsed.ok) {
    writeLastGood(lastGood, parsed.document);
    return { stamp, document: parsed.document, errors: [] };
  }
  const document = inMemory ?? readLastGood(lastGood);
  return { stamp, errors: parsed.errors, ...(document === undefined ? {} : { document }) };
}

function readText(file: string): string | { readonly message: string } {
  try {
    return readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    return { message: `cannot be read (${codeOf(error)})` };
  }
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? "unknown";

function readLastGood(file: string): PolicyDocument | undefined {
  try {
    const parsed = parsePolicy(JSON.parse(readFileSync(file, "utf8")));
    return parsed.ok ? parsed.document : undefined;
  } catch {
    return undefined; // never was good, or our copy is gone: the layer's errors are shown instead
  }
}

function writeLastGood(file: string, document: PolicyDocument): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(document), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
  } catch {
    // A full or read-only disk costs only the memory across restarts; the document itself is in force.
  }
}
