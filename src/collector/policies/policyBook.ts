import type { DatabaseSync } from "node:sqlite";
import { transaction } from "../transaction.ts";

/** `pending`: proposed. `ring`: in force for a part of the devices. `published`: for all others. `replaced`, `refused`: no longer. */
export type EditionState = "pending" | "ring" | "published" | "replaced" | "refused";

/** A policy as somebody wrote it; its version counts what was published. */
export interface Edition {
  readonly id: number;
  readonly version: number | null;
  readonly yaml: string;
  readonly note: string;
  readonly percent: number;
  readonly proposedBy: string;
  readonly proposedAt: number;
  readonly publishedBy: string | null;
  readonly publishedAt: number | null;
  readonly state: EditionState;
  /** Keys and policy as they were signed elsewhere; null: this collector signs. */
  readonly signed: string | null;
}

export interface PolicyBook {
  readonly propose: (edition: { readonly yaml: string; readonly note: string; readonly percent: number; readonly by: string; readonly at: number; readonly signed?: string }) => number;
  readonly find: (id: number) => Edition | undefined;
  readonly ofVersion: (version: number) => Edition | undefined;
  /** Gives its version. A ring leaves what is published in force for the others. */
  readonly publish: (id: number, by: string, at: number) => number;
  readonly refuse: (id: number) => void;
  /** How many of the devices the ring holds for; 100 publishes it. `false`: there is no ring. */
  readonly widen: (percent: number) => boolean;
  readonly inForce: () => { readonly published?: Edition; readonly ring?: Edition };
  readonly all: () => readonly Edition[];
  /** Rules that only record, whatever the policy says. */
  readonly monitored: () => readonly string[];
  readonly monitor: (rule: string, on: boolean, by: string, at: number) => void;
}

export function createPolicyBook(database: DatabaseSync): PolicyBook {
  const add = database.prepare("INSERT INTO editions (yaml, note, percent, proposedBy, proposedAt, state, signed) VALUES (?, ?, ?, ?, ?, 'pending', ?)");
  const find = database.prepare("SELECT * FROM editions WHERE id = ?");
  const ofVersion = database.prepare("SELECT * FROM editions WHERE version = ?");
  const inState = database.prepare("SELECT * FROM editions WHERE state = ?");
  const setState = database.prepare("UPDATE editions SET state = ? WHERE state = ?");
  const put = database.prepare("UPDATE editions SET state = ?, version = (SELECT COALESCE(MAX(version), 0) + 1 FROM editions), publishedBy = ?, publishedAt = ? WHERE id = ?");
  const edition = (row: unknown) => row as Edition | undefined;
  const one = (state: EditionState) => edition(inState.get(state));
  return {
    propose: ({ yaml, note, percent, by, at, signed = null }) => Number(add.run(yaml, note, percent, by, at, signed).lastInsertRowid),
    find: (id) => edition(find.get(id)),
    ofVersion: (version) => edition(ofVersion.get(version)),
    publish: (id, by, at) => transaction(database, () => {
      const state = (edition(find.get(id))?.percent ?? 100) < 100 && one("published") !== undefined ? "ring" : "published";
      setState.run("replaced", "ring");
      if (state === "published") setState.run("replaced", "published");
      put.run(state, by, at, id);
      return edition(find.get(id))?.version ?? 0;
    }),
    refuse: (id) => void database.prepare("UPDATE editions SET state = 'refused' WHERE id = ? AND state = 'pending'").run(id),
    widen: (percent) => transaction(database, () => {
      const ring = one("ring");
      if (ring === undefined) return false;
      if (percent >= 100) setState.run("replaced", "published");
      database.prepare("UPDATE editions SET percent = ?, state = ? WHERE id = ?").run(percent, percent >= 100 ? "published" : "ring", ring.id);
      return true;
    }),
    inForce: () => {
      const [published, ring] = [one("published"), one("ring")];
      return { ...(published === undefined ? {} : { published }), ...(ring === undefined ? {} : { ring }) };
    },
    all: () => database.prepare("SELECT * FROM editions ORDER BY id DESC LIMIT 500").all().map((row) => row as unknown as Edition),
    monitored: () => database.prepare("SELECT rule FROM monitored ORDER BY rule").all().map((row) => String(row["rule"])),
    monitor: (rule, on, by, at) => void (on ? database.prepare("INSERT INTO monitored VALUES (?, ?, ?) ON CONFLICT DO NOTHING").run(rule, by, at) : database.prepare("DELETE FROM monitored WHERE rule = ?").run(rule)),
  };
}
