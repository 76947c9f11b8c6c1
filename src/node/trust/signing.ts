import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from "node:crypto";
import { tokenTypes, toSigned, type TokenType } from "../../core/trust/signedToken.ts";
import type { KeySet, OrganisationPolicy } from "../../core/trust/signedContent.ts";
import { cryptography } from "./cryptography.ts";

/** A new Ed25519 key: private as PEM (PKCS 8), public as machine files and sets of keys name it. None whose public half a command line would take for an option. */
export function makeSigningKey(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey } = generateKeyPairSync("ed25519", { privateKeyEncoding: { type: "pkcs8", format: "pem" }, publicKeyEncoding: { type: "spki", format: "pem" } });
  const publicKey = publicKeyOf(privateKey);
  return publicKey.startsWith("-") ? makeSigningKey() : { privateKey, publicKey };
}

/** 32 bytes, base64url. Throws where the text is no Ed25519 key. */
export function publicKeyOf(privateKey: string): string {
  const { crv, x } = createPublicKey(createPrivateKey(privateKey)).export({ format: "jwk" });
  if (crv !== "Ed25519" || x === undefined) throw new Error("not an Ed25519 key");
  return x;
}

/** With a root key. */
export const signKeySet = (privateKey: string, keys: KeySet): string => signToken(privateKey, tokenTypes.keys, keys);

/** With a key of the set. The document is taken as it is: whoever publishes lints it first. */
export const signPolicy = (privateKey: string, policy: OrganisationPolicy): string => signToken(privateKey, tokenTypes.policy, policy);

function signToken(privateKey: string, type: TokenType, content: unknown): string {
  const signed = toSigned(type, cryptography.keyId(publicKeyOf(privateKey)), content);
  return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString("base64url")}`;
}
