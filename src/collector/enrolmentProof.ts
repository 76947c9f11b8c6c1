import { createPublicKey, verify } from "node:crypto";
import { toEnrolmentProof } from "../core/trust/enrolmentProof.ts";

const longestDifference = 86_400_000;

export interface EnrolmentRequest {
  readonly token: string;
  /** SPKI, DER, base64url. */
  readonly publicKey: string;
  readonly signedAt: string;
  readonly signature: string;
}

/** `undefined`: not such a request. */
export function readEnrolment(body: unknown): EnrolmentRequest | undefined {
  const { token, publicKey, signedAt, signature } = (body ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof token !== "string" || typeof publicKey !== "string" || !/^[\w-]{40,200}$/.test(publicKey) || token.length > 200) return undefined;
  return { token, publicKey, signedAt: typeof signedAt === "string" ? signedAt.slice(0, 40) : "", signature: typeof signature === "string" ? signature.slice(0, 200) : "" };
}

/** Whether it comes from who has the private half: without it, a public key that somebody saw would take over a machine's identity. */
export function isProven({ token, publicKey, signedAt, signature }: EnrolmentRequest, now: number): boolean {
  const time = Date.parse(signedAt);
  if (Number.isNaN(time) || Math.abs(now - time) > longestDifference) return false;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64url"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(toEnrolmentProof(token, signedAt)), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}
