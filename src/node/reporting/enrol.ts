import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { toEnrolmentProof } from "../../core/trust/enrolmentProof.ts";
import type { Device } from "./device.ts";

export interface EnrolmentParts {
  readonly endpoint: string;
  readonly token: string;
  readonly host: { readonly os: string; readonly arch: string; readonly editor?: string; readonly guardVersion: string };
  readonly fetch: typeof globalThis.fetch;
  /** Of an earlier enrolment: the machine stays the same one to its organisation. */
  readonly privateKey?: string;
}

/** `refused`: the token does not count (any more); `later`: nobody answered, or not as a collector does. */
export type Enrolment =
  | { readonly kind: "enrolled"; readonly device: Device; readonly keyset?: string; readonly policy?: string }
  | { readonly kind: "refused" | "later" };

const patience = 30_000;
const longestAnswer = 2_000_000;

/** Trades the organisation's enrolment token for a key of this machine's own. Never throws. */
export async function enrol({ endpoint, token, host, fetch, privateKey = newPrivateKey() }: EnrolmentParts): Promise<Enrolment> {
  try {
    const publicKey = createPublicKey(createPrivateKey(privateKey)).export({ type: "spki", format: "der" }).toString("base64url");
    const signedAt = new Date().toISOString();
    const signature = sign(null, Buffer.from(toEnrolmentProof(token, signedAt)), privateKey).toString("base64url");
    const response = await fetch(`${endpoint.replace(/\/+$/, "")}/v1/enroll`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ token, publicKey, host, signedAt, signature }), redirect: "manual", signal: AbortSignal.timeout(patience),
    });
    if ([400, 401, 403, 404, 410].includes(response.status)) return { kind: "refused" };
    const text = response.ok ? await response.text() : "";
    return text === "" || text.length > longestAnswer ? { kind: "later" } : parseAnswer(JSON.parse(text), endpoint, privateKey);
  } catch {
    return { kind: "later" };
  }
}

function newPrivateKey(): string {
  return generateKeyPairSync("ed25519", { privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } }).privateKey;
}

// They go into headers and files: letters, digits and what base64 and ids are made of.
const isWord = (value: unknown): value is string => typeof value === "string" && /^[\w.:~+/=-]{1,500}$/.test(value);

function parseAnswer(answer: unknown, endpoint: string, privateKey: string): Enrolment {
  const { deviceId, deviceToken, nameKey, keyset, policy } = (answer ?? {}) as Readonly<Record<string, unknown>>;
  if (!isWord(deviceId) || !isWord(deviceToken)) return { kind: "later" };
  const device: Device = { endpoint, deviceId, deviceToken, privateKey, ...(isWord(nameKey) ? { nameKey } : {}) };
  return { kind: "enrolled", device, ...(typeof keyset === "string" ? { keyset } : {}), ...(typeof policy === "string" ? { policy } : {}) };
}
