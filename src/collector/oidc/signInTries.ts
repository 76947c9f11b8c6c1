import type { DatabaseSync } from "node:sqlite";
import { hashToken, newToken } from "../tokens.ts";
import type { OidcChecks } from "./oidcClient.ts";

export interface SignInTries {
  /** Gives what the browser keeps. */
  readonly begin: (checks: OidcChecks) => string;
  /** Once, and not for long. */
  readonly take: (token: string) => OidcChecks | undefined;
}

export const tryMinutes = 10;

/** What waits for its browser to come back from the provider; in the database, since another process may answer then. */
export function createSignInTries(database: DatabaseSync, now: () => number): SignInTries {
  const add = database.prepare("INSERT INTO signInTries VALUES (?, ?, ?, ?, ?)");
  const take = database.prepare("DELETE FROM signInTries WHERE token = ? AND expires > ? RETURNING state, nonce, verifier");
  const forget = database.prepare("DELETE FROM signInTries WHERE expires <= ?");
  return {
    begin: ({ state, nonce, verifier }) => {
      forget.run(now());
      const token = newToken();
      add.run(hashToken(token), state, nonce, verifier, now() + tryMinutes * 60_000);
      return token;
    },
    take: (token) => take.get(hashToken(token), now()) as OidcChecks | undefined,
  };
}
