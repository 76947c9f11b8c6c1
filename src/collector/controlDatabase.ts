import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { transaction } from "./transaction.ts";

/** What a version of the database adds to the one before; never changed once it was released. */
const migrations = [`
  CREATE TABLE accounts (name TEXT PRIMARY KEY, password TEXT NOT NULL, totp TEXT NOT NULL, lastStep INTEGER NOT NULL DEFAULT 0, roles TEXT NOT NULL, failures INTEGER NOT NULL DEFAULT 0, lockedUntil INTEGER NOT NULL DEFAULT 0, confirmed INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE TABLE sessions (token TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts ON DELETE CASCADE, created INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;
  CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE editions (id INTEGER PRIMARY KEY, version INTEGER UNIQUE, yaml TEXT NOT NULL, note TEXT NOT NULL, percent INTEGER NOT NULL, proposedBy TEXT NOT NULL, proposedAt INTEGER NOT NULL, publishedBy TEXT, publishedAt INTEGER, state TEXT NOT NULL) STRICT;
  CREATE TABLE monitored (rule TEXT PRIMARY KEY, by TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE TABLE served (serial INTEGER PRIMARY KEY, keyset TEXT NOT NULL, policy TEXT NOT NULL, issuedAt INTEGER NOT NULL, version INTEGER NOT NULL) STRICT;
  CREATE TABLE enrolmentTokens (id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, label TEXT NOT NULL, most INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0, expires INTEGER NOT NULL, revoked INTEGER NOT NULL DEFAULT 0) STRICT;
  CREATE TABLE revokedDevices (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
`, `
  CREATE TABLE exceptions (id TEXT PRIMARY KEY, device TEXT NOT NULL, rules TEXT NOT NULL, file TEXT NOT NULL, reason TEXT NOT NULL, asked INTEGER NOT NULL, until INTEGER NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL, answeredBy TEXT, answeredAt INTEGER) STRICT;
  CREATE INDEX exceptionsByDevice ON exceptions (device);
  CREATE INDEX exceptionsByState ON exceptions (state, until);
`, `
  ALTER TABLE editions ADD COLUMN signed TEXT;
  CREATE TABLE servedContents (etag TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE TABLE policyAsks (device TEXT PRIMARY KEY, holds TEXT NOT NULL, given TEXT NOT NULL, times INTEGER NOT NULL, day TEXT NOT NULL) STRICT;
  `, `
  CREATE TABLE identities (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, time INTEGER NOT NULL, reason TEXT NOT NULL, askedBy TEXT NOT NULL, askedAt INTEGER NOT NULL, state TEXT NOT NULL, answeredBy TEXT, until INTEGER NOT NULL) STRICT;
  CREATE TABLE signInTries (token TEXT PRIMARY KEY, state TEXT NOT NULL, nonce TEXT NOT NULL, verifier TEXT NOT NULL, expires INTEGER NOT NULL) STRICT;
  ALTER TABLE accounts ADD COLUMN subject TEXT;
  CREATE UNIQUE INDEX accountsBySubject ON accounts (subject);
`] as const;

/**
 * Accounts, policies and the book of who did what, apart from the events, which may be kept elsewhere. Throws when the folder cannot
 * be written, or the database is of a newer version than this program.
 */
export function openControlDatabase(folder: string): DatabaseSync {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, "control.db"));
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 2000; PRAGMA foreign_keys = ON;");
  const version = Number(database.prepare("PRAGMA user_version").get()?.["user_version"] ?? 0);
  if (version > migrations.length) throw new Error("the data is of a newer version of Gatelodge");
  for (const [index, migration] of migrations.entries()) {
    if (index < version) continue;
    const next = `PRAGMA user_version = ${index + 1};`;
    transaction(database, () => database.exec(migration + next));
  }
  return database;
}
