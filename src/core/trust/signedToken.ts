/** A compact JWS whose header is as we write it; its signature is not checked yet, and its content not looked at. */
export interface SignedToken {
  /** Names the key; whoever verifies looks it up among those it trusts. */
  readonly kid: string;
  readonly signed: string;
  readonly payload: string;
  readonly signature: string;
}

/** What is signed says what it is, so that a set of keys is never taken for a policy. */
export const tokenTypes = { keys: "gatelodge-keys+jws", policy: "gatelodge-policy+jws" } as const;
export type TokenType = (typeof tokenTypes)[keyof typeof tokenTypes];

export type TokenTrouble = "size" | "shape" | "algorithm" | "critical" | "type";

const maxLength = 1_000_000;
const maxHeaderLength = 1000;
const part = /^[A-Za-z0-9_-]+$/;
// 64 bytes in the one spelling they have: base64 leaves bits of the last letter unused.
const ed25519Signature = /^[A-Za-z0-9_-]{85}[AQgw]$/;

/**
 * Reads the outer form: nothing of the content is parsed before somebody has verified the signature. The one algorithm is
 * compared, never chosen by what the token says, and an absent signature is a wrong one: there is no unsigned way in.
 */
export function readToken(text: unknown, type: TokenType): SignedToken | TokenTrouble {
  if (typeof text !== "string") return "shape";
  if (text.length > maxLength) return "size";
  const [header = "", payload = "", signature = "", ...more] = text.split(".");
  if (more.length > 0 || ![header, payload].every((each) => part.test(each)) || !ed25519Signature.test(signature) || header.length > maxHeaderLength) return "shape";
  const { alg, typ, kid, crit } = (parseJson(header) ?? {}) as Readonly<Record<string, unknown>>;
  if (alg !== "EdDSA") return "algorithm";
  if (crit !== undefined) return "critical";
  if (typ !== type) return "type";
  return typeof kid === "string" ? { kid, signed: `${header}.${payload}`, payload, signature } : "shape";
}

/** What is to be signed: header and content. */
export function toSigned(type: TokenType, kid: string, content: unknown): string {
  return `${encode(JSON.stringify({ alg: "EdDSA", typ: type, kid }))}.${encode(JSON.stringify(content))}`;
}

/** The content of a token; only after its signature was verified. `undefined`: not JSON. */
export function parseJson(base64url: string): unknown {
  try {
    const bytes = Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function encode(text: string): string {
  const characters = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
