import { createHmac, randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Finding } from "../core/request.ts";

/** Findings a person declared false, as keyed hashes of detector and value: the list tells nothing without this machine's key. */
export interface FalsePositives {
  readonly has: (text: string, finding: Finding) => boolean;
  /** Throws when it cannot be written: what is not kept would come back at the next start. */
  readonly add: (text: string, finding: Finding) => void;
}

interface Entry { readonly hash: string; readonly detector: string }

/** Two files in the state folder, 0600: `falsePositives.json` and the key. Every process of the user agrees, by their state on disk. */
export function createFalsePositives(state: string): FalsePositives {
  const file = join(state, "falsePositives.json");
  const keyFile = join(state, "falsePositives.key");
  const known: { stamp: string; hashes: ReadonlySet<string>; key: Buffer | undefined } = { stamp: "", hashes: new Set(), key: undefined };
  const refresh = () => {
    const stamp = stampOf(file);
    if (stamp === known.stamp) return;
    Object.assign(known, { stamp, hashes: new Set(readEntries(file).map(({ hash }) => hash)), key: readKey(keyFile) });
  };
  return {
    has: (text, finding) => {
      refresh();
      return known.key !== undefined && known.hashes.size > 0 && known.hashes.has(toHash(known.key, text, finding));
    },
    add: (text, finding) => {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      const key = readKey(keyFile) ?? createKey(keyFile);
      const hash = toHash(key, text, finding);
      const entries = [...readEntries(file).filter((entry) => entry.hash !== hash), { hash, detector: finding.detector }];
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(entries), { mode: 0o600 });
      renameSync(`${file}.${process.pid}`, file);
      known.stamp = "";
    },
  };
}

const toHash = (key: Buffer, text: string, { detector, start, end }: Finding) => createHmac("sha256", key).update(detector).update("\0").update(text.slice(start, end)).digest("hex");

function stampOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? "absent" : `${stat.ino}:${stat.size}:${stat.mtimeNs}`;
}

function readKey(file: string): Buffer | undefined {
  try {
    const key = readFileSync(file);
    return key.length === 32 ? key : undefined;
  } catch {
    return undefined; // none yet: then nothing was marked either
  }
}

/** Exclusive, so that of two windows that start at once one wins and both use its key. */
function createKey(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const key = readKey(file);
  if (key === undefined) throw new Error("the key of false positives cannot be read");
  return key;
}

function readEntries(file: string): readonly Entry[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(value) ? value.filter((entry: Partial<Entry> | null): entry is Entry => typeof entry?.hash === "string") : [];
  } catch {
    return []; // none yet, or unreadable: every finding counts
  }
}
