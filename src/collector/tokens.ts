import { createHash, randomBytes } from "node:crypto";

/** 256 bits, in letters that headers and files take, and none that a command line would take for an option. */
export function newToken(): string {
  const token = randomBytes(32).toString("base64url");
  return token.startsWith("-") ? newToken() : token;
}

/** What is kept of a token: it has too many bits to be guessed from this. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("base64url");
