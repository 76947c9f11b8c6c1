import { randomUUID } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { hashToken, newToken } from "./tokens.ts";

export interface EnrolmentToken {
  readonly id: string;
  readonly label: string;
  /** How many machines may use it, and have. */
  readonly most: number;
  readonly used: number;
  readonly expires: number;
  readonly revoked: boolean;
}

export interface EnrolmentTokens {
  /** Shown once: its hash is kept. */
  readonly issue: (label: string, most: number, expires: number) => { readonly id: string; readonly token: string };
  /** In the place of one of this label that no machine has used, since nobody may know that one; gives the token. */
  readonly renewUnused: (label: string, most: number, expires: number) => string;
  /** Counts one machine; `false`: unknown, used up, expired or revoked. */
  readonly use: (token: string, now: number) => boolean;
  /** Without counting: a machine that is known asks again. */
  readonly counts: (token: string, now: number) => boolean;
  readonly revoke: (id: string) => boolean;
  readonly list: () => readonly EnrolmentToken[];
}

export function createEnrolmentTokens(database: DatabaseSync): EnrolmentTokens {
  const add = database.prepare("INSERT INTO enrolmentTokens (id, token, label, most, expires) VALUES (?, ?, ?, ?, ?)");
  const use = database.prepare("UPDATE enrolmentTokens SET used = used + 1 WHERE token = ? AND used < most AND expires > ? AND revoked = 0");
  const find = database.prepare("SELECT 1 FROM enrolmentTokens WHERE token = ? AND expires > ? AND revoked = 0");
  const issue: EnrolmentTokens["issue"] = (label, most, expires) => {
    const [id, token] = [randomUUID(), newToken()];
    add.run(id, hashToken(token), label, most, expires);
    return { id, token };
  };
  return {
    issue,
    renewUnused: (label, most, expires) => {
      database.prepare("DELETE FROM enrolmentTokens WHERE label = ? AND used = 0").run(label);
      return issue(label, most, expires).token;
    },
    use: (token, now) => use.run(hashToken(token), now).changes > 0,
    counts: (token, now) => find.get(hashToken(token), now) !== undefined,
    revoke: (id) => database.prepare("UPDATE enrolmentTokens SET revoked = 1 WHERE id = ?").run(id).changes > 0,
    list: () => database.prepare("SELECT * FROM enrolmentTokens ORDER BY rowid").all().map((row) => ({ id: String(row["id"]), label: String(row["label"]), most: Number(row["most"]), used: Number(row["used"]), expires: Number(row["expires"]), revoked: row["revoked"] === 1 })),
  };
}
