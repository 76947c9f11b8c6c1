import { parseKeySet, parseOrganisationPolicy, type KeySet, type OrganisationPolicy } from "./signedContent.ts";
import { parseJson, readToken, tokenTypes, type SignedToken, type TokenTrouble, type TokenType } from "./signedToken.ts";

/** A policy as it is served and kept. */
export interface SignedPolicy {
  readonly keyset: string;
  readonly policy: string;
}

/** Whom this machine believes: an organisation, and the keys that sign its sets of keys. */
export interface Anchor {
  readonly organisation: string;
  readonly roots: readonly string[];
}

/** The newest that was ever accepted: nothing older comes after it. A version counts per key, so a stolen key's high numbers end with it. */
export interface Ratchet {
  readonly organisation: string;
  readonly keyset: Step;
  readonly policies: Readonly<Record<string, Step>>;
}

interface Step { readonly version: number; readonly hash: string }

/** Ed25519 and SHA-256, which this folder does not have itself. */
export interface Cryptography {
  readonly verify: (publicKey: string, signed: string, signature: string) => boolean;
  /** Name of a public key, made from it. */
  readonly keyId: (publicKey: string) => string;
  readonly hash: (text: string) => string;
}

export interface TrustFacts {
  readonly anchor: Anchor;
  /** `undefined`: nothing was ever accepted here. */
  readonly ratchet: Ratchet | undefined;
  readonly now: number;
  readonly cryptography: Cryptography;
}

export type Rejection =
  | TokenTrouble | "key" | "signature" | "content" | "organisation" | "rollback" | "equivocation" | "future" | "expired"
  | `keys-${TokenTrouble | "key" | "signature" | "content" | "organisation" | "rollback" | "equivocation" | "future" | "expired"}`;

export type Verified =
  | { readonly kind: "accepted"; readonly policy: OrganisationPolicy; readonly expiresAt: number; readonly ratchet: Ratchet }
  | { readonly kind: "rejected"; readonly reason: Rejection };

const clockDifference = 5 * 60_000;

/** Whether a policy that is offered may take the place of the one in force: verified, and not expired. */
export function acceptPolicy(offered: SignedPolicy, facts: TrustFacts): Verified {
  const verified = verifyPolicy(offered, facts);
  if (verified.kind === "rejected" || verified.expiresAt > facts.now) return verified;
  return rejected(Date.parse(verified.policy.expiresAt) <= facts.now ? "expired" : "keys-expired");
}

/** Everything but the end: of one that was accepted once, `policyAge` says what its end means. Never throws. */
export function verifyPolicy(offered: SignedPolicy, facts: TrustFacts): Verified {
  const { anchor, ratchet, cryptography } = facts;
  const keys = readSigned(offered.keyset, tokenTypes.keys, anchor.roots, parseKeySet, facts);
  if (typeof keys === "string") return rejected(`keys-${keys}`);
  const known = ratchet?.organisation === anchor.organisation ? ratchet : undefined;
  const keyStep = { version: keys.content.version, hash: cryptography.hash(keys.token.signed) };
  const keysBehind = isBehind(known?.keyset, keyStep);
  if (keysBehind !== undefined) return rejected(`keys-${keysBehind}`);
  const policy = readSigned(offered.policy, tokenTypes.policy, keys.content.keys, parseOrganisationPolicy, facts);
  if (typeof policy === "string") return rejected(policy);
  const step = { version: policy.content.version, hash: cryptography.hash(policy.token.signed) };
  const behind = isBehind(known !== undefined && Object.hasOwn(known.policies, policy.token.kid) ? known.policies[policy.token.kid] : undefined, step);
  if (behind !== undefined) return rejected(behind);
  return {
    kind: "accepted", policy: policy.content, expiresAt: Math.min(Date.parse(keys.content.expiresAt), Date.parse(policy.content.expiresAt)),
    ratchet: { organisation: anchor.organisation, keyset: keyStep, policies: { ...known?.policies, [policy.token.kid]: step } },
  };
}

const rejected = (reason: Rejection): Verified => ({ kind: "rejected", reason });

/** In this order: form, key, signature, and only then the content. */
function readSigned<T extends KeySet | OrganisationPolicy>(text: unknown, type: TokenType, publicKeys: readonly string[], parse: (value: unknown) => T | undefined, { anchor, now, cryptography }: TrustFacts) {
  const token = readToken(text, type);
  if (typeof token === "string") return token;
  const publicKey = publicKeys.find((each) => cryptography.keyId(each) === token.kid);
  if (publicKey === undefined) return "key";
  if (!cryptography.verify(publicKey, token.signed, token.signature)) return "signature";
  const content = parse(parseJson(token.payload));
  if (content === undefined) return "content";
  if (content.organisation !== anchor.organisation) return "organisation";
  return Date.parse(content.issuedAt) > now + clockDifference ? "future" : { token: token satisfies SignedToken, content };
}

function isBehind(known: Step | undefined, offered: Step): "rollback" | "equivocation" | undefined {
  if (known === undefined || offered.version > known.version) return undefined;
  if (offered.version < known.version) return "rollback";
  return offered.hash === known.hash ? undefined : "equivocation";
}
