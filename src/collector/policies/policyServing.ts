import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import type { PolicyDocument } from "../../core/policy/policyDocument.ts";
import type { GrantedException, OrganisationPolicy } from "../../core/trust/signedContent.ts";
import { readPolicyText } from "../../node/policyFile.ts";
import type { PolicyBook } from "./policyBook.ts";
import type { SigningKeys } from "./signingKeys.ts";

export interface Served {
  readonly etag: string;
  readonly keyset: string;
  readonly policy: string;
}

export interface PolicyServing {
  /** `undefined`: nothing was published yet. Signed anew once a day, so that its end never comes while this runs. */
  readonly current: (now: number) => Served | undefined;
  /** After something of it changed. */
  readonly renew: (now: number) => void;
}

const day = 86_400_000;
const validDays = 14;

export interface PolicyServingParts {
  readonly database: DatabaseSync;
  readonly organisation: string;
  readonly book: PolicyBook;
  readonly keys: SigningKeys;
  /** What was asked for and approved. */
  readonly granted: (now: number) => readonly GrantedException[];
}

/** What machines get: the published edition, with the ring and the rules that only record. Every signature has a higher number. */
export function createPolicyServing({ database, organisation, book, keys, granted }: PolicyServingParts): PolicyServing {
  const last = database.prepare("SELECT * FROM served ORDER BY serial DESC LIMIT 1");
  const add = database.prepare("INSERT INTO served VALUES (?, ?, ?, ?, ?)");
  const sign = (now: number) => {
    const { published, ring } = book.inForce();
    if (published === undefined) return;
    const serial = Number(last.get()?.["serial"] ?? 0) + 1;
    const [monitorRules, exceptions] = [book.monitored(), granted(now)];
    const policy: OrganisationPolicy = {
      organisation, version: serial, issuedAt: new Date(now).toISOString(), expiresAt: new Date(now + validDays * day).toISOString(), document: documentOf(published.yaml),
      ...(ring === undefined ? {} : { next: { id: `edition-${ring.version ?? 0}`, document: documentOf(ring.yaml), percent: ring.percent } }),
      ...(monitorRules.length === 0 ? {} : { monitorRules }),
      ...(exceptions.length === 0 ? {} : { granted: exceptions }),
    };
    add.run(serial, keys.keySet(now), keys.sign(policy), now, published.version ?? 0);
  };
  return {
    renew: sign,
    current: (now) => {
      if (Number(last.get()?.["issuedAt"] ?? 0) + day < now) sign(now);
      const row = last.get();
      if (row === undefined) return undefined;
      const [keyset, policy] = [String(row["keyset"]), String(row["policy"])];
      return { keyset, policy, etag: `"${createHash("sha256").update(keyset).update(policy).digest("base64url")}"` };
    },
  };
}

/** What a published edition says. */
export function documentOf(yaml: string): PolicyDocument {
  const read = readPolicyText(yaml);
  if (!read.ok) throw new Error("a published policy that does not parse");
  return read.document;
}
