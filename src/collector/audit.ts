import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";

export interface AuditEntry {
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly who: string;
  /** Such as `policy.publish`. */
  readonly what: string;
  readonly detail: string;
}

export interface Audit {
  /** Within the transaction of what it tells of, where there is one. */
  readonly append: (entry: Omit<AuditEntry, "seq">) => void;
  /** The newest first; `whole`: each entry follows from the one before it, back to the first. */
  readonly read: (most: number) => { readonly entries: readonly AuditEntry[]; readonly whole: boolean };
}

const before = "";

/** Each entry is hashed with the one before it: what is changed or taken out of the middle shows. Whoever can write the file can write all of it anew. */
export function createAudit(database: DatabaseSync): Audit {
  const last = database.prepare("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1");
  const add = database.prepare("INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?)");
  const all = database.prepare("SELECT * FROM audit ORDER BY seq");
  return {
    append: (entry) => {
      const { seq = 0, hash = before } = last.get() ?? {};
      const next = { seq: Number(seq) + 1, ...entry };
      add.run(next.seq, next.at, next.who, next.what, next.detail, hashOf(next, String(hash)));
    },
    read: (most) => {
      const state = { hash: before, seq: 0, whole: true };
      const entries: AuditEntry[] = [];
      for (const row of all.iterate()) {
        const entry = toEntry(row);
        if (entry.seq !== state.seq + 1 || hashOf(entry, state.hash) !== row["hash"]) state.whole = false;
        Object.assign(state, { hash: String(row["hash"]), seq: entry.seq });
        entries.push(entry);
        if (entries.length > most) entries.shift();
      }
      return { entries: entries.toReversed(), whole: state.whole };
    },
  };
}

const toEntry = (row: Readonly<Record<string, unknown>>): AuditEntry => ({ seq: Number(row["seq"]), at: Number(row["at"]), who: String(row["who"]), what: String(row["what"]), detail: String(row["detail"]) });

const hashOf = ({ seq, at, who, what, detail }: AuditEntry, previous: string) => createHash("sha256").update(JSON.stringify([previous, seq, at, who, what, detail])).digest("base64url");
