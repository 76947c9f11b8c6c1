/** An organisation that signs: keys made for the test, and the shortest policies. */
import { sign } from "node:crypto";
import type { KeySet, OrganisationPolicy } from "../../src/core/trust/signedContent.ts";
import { cryptography } from "../../src/node/trust/cryptography.ts";
import { makeSigningKey, signKeySet, signPolicy } from "../../src/node/trust/signing.ts";

export const day = 86_400_000;
export const today = Date.parse("2026-11-25T12:00:00.000Z");
const iso = (time: number) => new Date(time).toISOString();

export function createOrganisation(organisation = "northwind", start = today) {
  const root = makeSigningKey();
  const key = makeSigningKey();
  const keySet = (changes: Partial<KeySet> = {}): KeySet => ({ organisation, version: 1, issuedAt: iso(start), expiresAt: iso(start + 90 * day), keys: [key.publicKey], roots: [root.publicKey], ...changes });
  const policy = (changes: Partial<OrganisationPolicy> = {}): OrganisationPolicy => ({ organisation, version: 1, issuedAt: iso(start), expiresAt: iso(start + 14 * day), document: { version: 1, name: organisation }, ...changes });
  return {
    root, key, keySet, policy, anchor: { organisation, roots: [root.publicKey] },
    signed: (changes: Partial<OrganisationPolicy> = {}, keyChanges: Partial<KeySet> = {}) => ({ keyset: signKeySet(root.privateKey, keySet(keyChanges)), policy: signPolicy(key.privateKey, policy(changes)) }),
  };
}

const encode = (value: unknown) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** A token with whatever header and content, signed all the same. */
export function signAnything(key: { readonly privateKey: string; readonly publicKey: string }, header: Readonly<Record<string, unknown>>, content: unknown): string {
  const signed = `${encode({ alg: "EdDSA", kid: cryptography.keyId(key.publicKey), ...header })}.${encode(content)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key.privateKey).toString("base64url")}`;
}
