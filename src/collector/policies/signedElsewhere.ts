import { acceptPolicy, type Ratchet, type Rejection, type SignedPolicy } from "../../core/trust/acceptPolicy.ts";
import type { OrganisationPolicy } from "../../core/trust/signedContent.ts";
import { readToken, tokenTypes } from "../../core/trust/signedToken.ts";
import { cryptography } from "../../node/trust/cryptography.ts";
import type { Settings } from "../settings.ts";
import type { Edition, PolicyBook } from "./policyBook.ts";
import type { PolicyServing } from "./policyServing.ts";

/** Policies that somebody signs where this collector's host cannot: it holds no key, and says of each what a machine would. */
export interface SignedElsewhere {
  /** Whether machines that have what is published would take it. */
  readonly check: (body: unknown, now: number) => { readonly signed: SignedPolicy; readonly policy: OrganisationPolicy; readonly kid: string } | { readonly reason: Rejection };
  /** Checks once more, since time has passed and another may have been published, and lets nothing older come after it. Gives the reason where it does not count. */
  readonly take: (edition: Edition, now: number) => Rejection | undefined;
}

const ratchetName = "publishedRatchet";

export function createSignedElsewhere({ organisation, roots, settings }: { readonly organisation: string; readonly roots: readonly string[]; readonly settings: Settings }): SignedElsewhere {
  const verify = (offered: SignedPolicy, now: number) => {
    const known = settings.get(ratchetName);
    return acceptPolicy(offered, { anchor: { organisation, roots }, ratchet: known === undefined ? undefined : (JSON.parse(known) as Ratchet), now, cryptography });
  };
  return {
    check: (body, now) => {
      const { keyset, policy } = (body ?? {}) as Readonly<Record<string, unknown>>;
      if (typeof keyset !== "string" || typeof policy !== "string") return { reason: "shape" };
      const verified = verify({ keyset, policy }, now);
      const token = readToken(policy, tokenTypes.policy);
      if (verified.kind === "rejected") return { reason: verified.reason };
      return { signed: { keyset, policy }, policy: verified.policy, kid: typeof token === "string" ? "" : token.kid };
    },
    take: ({ signed }, now) => {
      const verified = verify(JSON.parse(signed ?? "{}") as SignedPolicy, now);
      if (verified.kind === "rejected") return verified.reason;
      settings.set(ratchetName, JSON.stringify(verified.ratchet));
      return undefined;
    },
  };
}

/** Serves what was published as it was signed; its end is for whoever signs to keep ahead of. */
export function createSignedServing(book: PolicyBook): PolicyServing {
  return {
    renew: () => undefined,
    current: () => {
      const signed = book.inForce().published?.signed;
      if (signed === undefined || signed === null) return undefined;
      const { keyset, policy } = JSON.parse(signed) as SignedPolicy;
      return { keyset, policy, etag: `"${cryptography.hash(keyset + policy)}"` };
    },
  };
}
