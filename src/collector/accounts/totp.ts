import { createHmac, randomBytes } from "node:crypto";

const stepMilliseconds = 30_000;
const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** 160 bits in base32, as authenticator apps take it (RFC 4226 §4). */
export function newTotpSecret(): string {
  const bits = [...randomBytes(20)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join("");
}

/** What an app reads from a code or a line: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
export const toTotpUri = (secret: string, account: string): string => `otpauth://totp/${encodeURIComponent(`Gatelodge:${account}`)}?secret=${secret}&issuer=Gatelodge&algorithm=SHA1&digits=6&period=30`;

/** RFC 6238 with SHA-1, six digits and steps of 30 s. */
export function totpAt(secret: string, step: number): string {
  const bits = secret.split("").map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac("sha1", key).update(counter).digest();
  const offset = (hash[19] ?? 0) & 15;
  return String((hash.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, "0");
}

/** The step that a code belongs to, one earlier or later included; `undefined`: none, or one that was used. */
export function stepOf(secret: string, code: string, now: number, lastStep: number): number | undefined {
  const step = Math.floor(now / stepMilliseconds);
  return [step, step - 1, step + 1].find((each) => each > lastStep && totpAt(secret, each) === code);
}
