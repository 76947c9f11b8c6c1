import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from "node:crypto";
import { promisify } from "node:util";

/** scrypt's N, r and p. */
export interface PasswordCost { readonly N: number; readonly r: number; readonly p: number }

/** OWASP's Password Storage Cheat Sheet: 32 MB and about 0.2 s each. */
export const passwordCost: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };
const maxmem = 64 * 1024 * 1024;
const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** What is kept of a password: salt and scrypt of it. */
export async function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString("base64url")}.${(await derive(password.normalize("NFKC"), salt, 32, { ...cost, maxmem })).toString("base64url")}`;
}

/** Takes as long whether there is such an account or not. */
export async function isPassword(password: string, kept: string | undefined, cost: PasswordCost): Promise<boolean> {
  const [salt = "", hash = ""] = (kept ?? `${"A".repeat(22)}.${"A".repeat(43)}`).split(".");
  const derived = await derive(password.normalize("NFKC"), Buffer.from(salt, "base64url"), 32, { ...cost, maxmem });
  return timingSafeEqual(derived, Buffer.from(hash, "base64url")) && kept !== undefined;
}

/** A sentence, or `undefined` for one that will do: NIST SP 800-63B asks for length and nothing else. */
export const troubleOf = (password: string): string | undefined => (password.length < 12 ? "a password has at least 12 characters" : password.length > 200 ? "a password has at most 200 characters" : undefined);
