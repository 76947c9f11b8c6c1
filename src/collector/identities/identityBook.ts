import type { DatabaseSync } from "node:sqlite";
import type { IdentityRow, IdentitySubject } from "../../core/dashboard/administration.ts";

export interface NewIdentity {
  readonly subject: IdentitySubject;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
}

export interface IdentityBook {
  readonly ask: (question: NewIdentity) => number;
  readonly find: (id: number, now: number) => IdentityRow | undefined;
  readonly all: (now: number) => readonly IdentityRow[];
  /** `false`: it waits no longer, or the same person asked for it. */
  readonly answer: (id: number, agreed: boolean, by: string, at: number) => boolean;
}

const day = 86_400_000;
/** How long a question waits, and how long an answer holds. */
const waits = 7 * day;
const holds = day;
const mostShown = 200;

/** Who wanted to know which machine something came from, why, and who agreed. The machine itself is not in it. */
export function createIdentityBook(database: DatabaseSync): IdentityBook {
  const add = database.prepare("INSERT INTO identities (kind, subject, time, reason, askedBy, askedAt, state, until) VALUES (?, ?, ?, ?, ?, ?, 'asked', ?)");
  const find = database.prepare("SELECT * FROM identities WHERE id = ?");
  const all = database.prepare(`SELECT * FROM identities ORDER BY id DESC LIMIT ${mostShown}`);
  const answer = database.prepare("UPDATE identities SET state = ?, answeredBy = ?, until = ? WHERE id = ? AND state = 'asked' AND until > ? AND askedBy <> ?");
  return {
    ask: ({ subject: { kind, id, time }, reason, by, at }) => Number(add.run(kind, id, time, reason, by, at, at + waits).lastInsertRowid),
    find: (id, now) => {
      const row = find.get(id);
      return row === undefined ? undefined : toRow(row, now);
    },
    all: (now) => all.all().map((row) => toRow(row, now)),
    answer: (id, agreed, by, at) => answer.run(agreed ? "agreed" : "refused", by, at + holds, id, at, by).changes > 0,
  };
}

function toRow(row: Readonly<Record<string, unknown>>, now: number): IdentityRow {
  const text = (key: string) => String(row[key]);
  const [state, until, time] = [text("state") as IdentityRow["state"], Number(row["until"]), Number(row["time"])];
  return {
    id: Number(row["id"]), subject: { kind: text("kind") as IdentitySubject["kind"], id: text("subject"), time }, reason: text("reason"), askedBy: text("askedBy"), askedAt: Number(row["askedAt"]),
    state: state !== "refused" && until <= now ? "expired" : state, until, ...(row["answeredBy"] === null ? {} : { answeredBy: text("answeredBy") }),
  };
}
