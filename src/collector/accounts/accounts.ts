import type { DatabaseSync } from "node:sqlite";
import { roles, type Role } from "../../core/dashboard/administration.ts";
import type { Person } from "../access.ts";
import { transaction } from "../transaction.ts";
import { hashToken, newToken } from "../tokens.ts";
import { hashPassword, isPassword, type PasswordCost } from "./passwords.ts";
import { newTotpSecret, stepOf } from "./totp.ts";

export interface Accounts {
  readonly isEmpty: () => boolean;
  /** Gives the secret of the person's authenticator; `undefined`: the name is taken. */
  readonly create: (name: string, password: string, given: readonly Role[]) => Promise<string | undefined>;
  /** The token of a new session; `undefined`: name, password or code are wrong, or there were too many tries. */
  readonly signIn: (name: string, password: string, code: string) => Promise<string | undefined>;
  /** Of somebody whom the organisation's provider has let in, with the roles that it gives them now; `undefined`: the name is another's. */
  readonly signInFrom: (subject: string, name: string, given: readonly Role[]) => { readonly token: string; readonly name: string } | undefined;
  /** The provider gives them no role any more. */
  readonly endOf: (subject: string) => void;
  readonly personOf: (sessionToken: string) => Person | undefined;
  readonly signOut: (sessionToken: string) => void;
  readonly list: () => readonly { readonly name: string; readonly roles: readonly Role[]; readonly signedInOnce: boolean; readonly elsewhere: boolean }[];
  readonly remove: (name: string) => boolean;
}

const idle = 3_600_000;
const longest = 12 * 3_600_000;
const freeTries = 5;
const longestLock = 900_000;

interface Row { readonly password: string; readonly totp: string; readonly lastStep: number; readonly failures: number; readonly lockedUntil: number; readonly subject: string | null }

/** Accounts of this collector, each with a password and an authenticator. */
export function createAccounts(database: DatabaseSync, cost: PasswordCost, now: () => number): Accounts {
  // Whoever signs in elsewhere has no password here.
  const find = database.prepare("SELECT * FROM accounts WHERE name = ? AND subject IS NULL");
  const failed = database.prepare("UPDATE accounts SET failures = failures + 1, lockedUntil = ? WHERE name = ?");
  const passed = database.prepare("UPDATE accounts SET failures = 0, lockedUntil = 0, confirmed = 1, lastStep = ? WHERE name = ? AND lastStep < ?");
  const addSession = database.prepare("INSERT INTO sessions VALUES (?, ?, ?, ?)");
  const session = database.prepare("SELECT sessions.created, sessions.used, accounts.name, accounts.roles FROM sessions JOIN accounts ON accounts.name = sessions.account WHERE token = ?");
  const touch = database.prepare("UPDATE sessions SET used = ? WHERE token = ?");
  const endSession = database.prepare("DELETE FROM sessions WHERE token = ? OR created < ? OR used < ?");
  const begin = (name: string) => {
    const token = newToken();
    addSession.run(hashToken(token), name, now(), now());
    return token;
  };
  const end = (token: string) => void endSession.run(hashToken(token), now() - longest, now() - idle);
  return {
    isEmpty: () => database.prepare("SELECT 1 FROM accounts LIMIT 1").get() === undefined,
    create: async (name, password, given) => {
      const [kept, totp] = [await hashPassword(password, cost), newTotpSecret()];
      const { changes } = database.prepare("INSERT INTO accounts (name, password, totp, roles) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING").run(name, kept, totp, given.join());
      return changes === 0 ? undefined : totp;
    },
    signIn: async (name, password, code) => {
      const row = find.get(name) as Row | undefined;
      const isRight = await isPassword(password, row?.password, cost);
      // Read again: tries that ran beside this one count.
      const current = find.get(name) as Row | undefined;
      if (current === undefined || current.lockedUntil > now()) return undefined;
      const step = isRight ? stepOf(current.totp, code, now(), current.lastStep) : undefined;
      if (step === undefined || passed.run(step, name, step).changes === 0) {
        failed.run(lockAfter(current.failures + 1, now()), name);
        return undefined;
      }
      return begin(name);
    },
    ...createElsewhere(database, begin),
    personOf: (token) => {
      const row = session.get(hashToken(token));
      if (row === undefined) return undefined;
      if (Number(row["created"]) + longest < now() || Number(row["used"]) + idle < now()) {
        end(token);
        return undefined;
      }
      if (Number(row["used"]) + 60_000 < now()) touch.run(now(), hashToken(token));
      return { name: String(row["name"]), roles: toRoles(row["roles"]), byToken: false };
    },
    signOut: end,
    list: () => database.prepare("SELECT name, roles, confirmed, subject FROM accounts ORDER BY name").all().map((row) => ({ name: String(row["name"]), roles: toRoles(row["roles"]), signedInOnce: row["confirmed"] === 1, elsewhere: row["subject"] !== null })),
    remove: (name) => database.prepare("DELETE FROM accounts WHERE name = ?").run(name).changes > 0,
  };
}

function createElsewhere(database: DatabaseSync, begin: (name: string) => string): Pick<Accounts, "signInFrom" | "endOf"> {
  // Whoever is renamed there keeps the name of the first time: two names would be two people, where two have to agree. A name that is taken stays whose it is.
  const named = database.prepare("SELECT name FROM accounts WHERE subject = ?");
  const remove = database.prepare("DELETE FROM accounts WHERE subject = ? AND roles <> ?");
  const add = database.prepare("INSERT INTO accounts (name, password, totp, roles, confirmed, subject) VALUES (?, '', '', ?, 1, ?) ON CONFLICT DO NOTHING");
  const find = database.prepare("SELECT 1 FROM accounts WHERE name = ? AND subject = ?");
  return {
    signInFrom: (subject, claimed, given) => transaction(database, () => {
      const name = String(named.get(subject)?.["name"] ?? claimed);
      remove.run(subject, given.join());
      add.run(name, given.join(), subject);
      return find.get(name, subject) === undefined ? undefined : { token: begin(name), name };
    }),
    endOf: (subject) => void database.prepare("DELETE FROM accounts WHERE subject = ?").run(subject),
  };
}

const toRoles = (text: unknown): readonly Role[] => roles.filter((role) => String(text).split(",").includes(role));

/** Guessing gets slower; whoever locks somebody out keeps them out for a quarter of an hour at most. */
const lockAfter = (failures: number, now: number): number => (failures < freeTries ? 0 : now + Math.min(longestLock, 30_000 * 2 ** (failures - freeTries)));
