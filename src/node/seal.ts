import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

export const newSealKey = (): string => randomBytes(32).toString("base64");

/** Encrypts for the same machine and person; `key` is from `newSealKey` and kept where other programs cannot read it. */
export function seal(key: string, content: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, Buffer.from(key, "base64"), nonce);
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** `undefined`: another key, or changed since. */
export function unseal(key: string, sealed: Uint8Array): Uint8Array | undefined {
  try {
    const bytes = Buffer.from(sealed);
    const decipher = createDecipheriv(algorithm, Buffer.from(key, "base64"), bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}
