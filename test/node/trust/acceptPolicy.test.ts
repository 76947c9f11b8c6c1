/** The rules of core/trust with the real Ed25519. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { acceptPolicy, verifyPolicy, type Ratchet, type SignedPolicy } from "../../../src/core/trust/acceptPolicy.ts";
import { cryptography } from "../../../src/node/trust/cryptography.ts";
import { makeSigningKey, signKeySet, signPolicy } from "../../../src/node/trust/signing.ts";
import { createOrganisation, day, signAnything, today } from "../../support/organisation.ts";

const northwind = createOrganisation();
const other = createOrganisation("contoso");
const { root, key, keySet, policy, signed } = northwind;
const accept = (offered: SignedPolicy, { ratchet, now = today, anchor = northwind.anchor }: { ratchet?: Ratchet | undefined; now?: number; anchor?: typeof northwind.anchor } = {}) => acceptPolicy(offered, { anchor, ratchet, now, cryptography });
const ratchetOf = (offered: SignedPolicy) => {
  const result = accept(offered);
  assert.ok(result.kind === "accepted");
  return result.ratchet;
};
const good = signed({ version: 5 }, { version: 3 });
const ratchet = ratchetOf(good);
const keyset = good.keyset;
const typ = "gatelodge-policy+jws";
const [header = "", payload = "", signature = ""] = good.policy.split(".");
const newKey = makeSigningKey();
const rotated = (version: number) => ({ keyset: signKeySet(root.privateKey, keySet({ version: 4, keys: [newKey.publicKey] })), policy: signPolicy(newKey.privateKey, policy({ version })) });
const iso = (time: number) => new Date(time).toISOString();

const accepted: Readonly<Record<string, Parameters<typeof accept>>> = {
  "the first one": [good],
  "the same again": [good, { ratchet }],
  "a newer version": [signed({ version: 6 }, { version: 3 }), { ratchet }],
  "a newer set of keys": [signed({ version: 6 }, { version: 4 }), { ratchet }],
  "a new key that starts at version 1: versions count per key": [rotated(1), { ratchet }],
  "a new key after a stolen one had gone to version 1000000000": [rotated(1), { ratchet: ratchetOf(signed({ version: 1_000_000_000 }, { version: 3 })) }],
  "one made four minutes in the future, by another clock": [signed({ issuedAt: iso(today + 4 * 60_000) })],
  "one signed by the second of two roots": [good, { anchor: { organisation: "northwind", roots: [other.root.publicKey, root.publicKey] } }],
};

for (const [what, args] of Object.entries(accepted)) test(`accepted: ${what}`, () => assert.equal(accept(...args).kind, "accepted"));

const rejected: Readonly<Record<string, readonly [reason: string, ...Parameters<typeof accept>]>> = {
  "an older version": ["rollback", signed({ version: 4 }, { version: 3 }), { ratchet }],
  "the same version with other content": ["equivocation", signed({ version: 5, monitorRules: ["secrets"] }, { version: 3 }), { ratchet }],
  "an unknown key": ["key", { keyset, policy: signPolicy(makeSigningKey().privateKey, policy()) }],
  "a known key's name on another's signature": ["signature", { keyset, policy: signAnything({ ...makeSigningKey(), publicKey: key.publicKey }, { typ }, policy()) }],
  "another content under the same signature": ["signature", { keyset, policy: `${header}.${Buffer.from(JSON.stringify(policy({ version: 99 }))).toString("base64url")}.${signature}` }],
  "algorithm none": ["algorithm", { keyset, policy: signAnything(key, { typ, alg: "none" }, policy()) }],
  "another algorithm": ["algorithm", { keyset, policy: signAnything(key, { typ, alg: "HS256" }, policy()) }],
  "no signature": ["shape", { keyset, policy: `${header}.${payload}.` }],
  "no third part": ["shape", { keyset, policy: `${header}.${payload}` }],
  "a fourth part": ["shape", { keyset, policy: `${good.policy}.x` }],
  "the plain document": ["shape", { keyset, policy: JSON.stringify(policy().document) }],
  "a critical extension": ["critical", { keyset, policy: signAnything(key, { typ, crit: ["b64"] }, policy()) }],
  "a set of keys in place of a policy": ["type", { keyset, policy: keyset }],
  "a policy in place of a set of keys": ["keys-type", { keyset: good.policy, policy: good.policy }],
  "no header type": ["type", { keyset, policy: signAnything(key, {}, policy()) }],
  "another organisation's policy by our key": ["organisation", signed({ organisation: "contoso" })],
  "another organisation's policy and keys": ["keys-key", other.signed()],
  "our root on another organisation's keys": ["keys-organisation", signed({}, { organisation: "contoso" })],
  "keys by a root of somebody else": ["keys-key", { keyset: signKeySet(makeSigningKey().privateKey, keySet()), policy: good.policy }],
  "keys signed by the policy's own key": ["keys-key", { keyset: signKeySet(key.privateKey, keySet()), policy: good.policy }],
  "an older set of keys": ["keys-rollback", signed({ version: 6 }, { version: 2 }), { ratchet }],
  "the same set of keys with other content": ["keys-equivocation", signed({ version: 6 }, { version: 3, expiresAt: iso(today + 91 * day) }), { ratchet }],
  "a key that was taken out of the set": ["key", { keyset: rotated(1).keyset, policy: good.policy }, { ratchet }],
  "an old set of keys that still has that key": ["keys-rollback", good, { ratchet: ratchetOf(rotated(1)) }],
  "an expired one": ["expired", good, { now: today + 14 * day }],
  "an expired set of keys": ["keys-expired", signed({ expiresAt: iso(today + 300 * day) }), { now: today + 90 * day }],
  "one of tomorrow": ["future", signed({ issuedAt: iso(today + day) })],
  "keys of tomorrow": ["keys-future", signed({}, { issuedAt: iso(today + day) })],
  "a document that is no policy": ["content", { keyset, policy: signPolicy(key.privateKey, { ...policy(), document: { version: 1, rulez: [] } as never }) }],
  "a next document that is no policy": ["content", { keyset, policy: signPolicy(key.privateKey, { ...policy(), next: { id: "n", document: { version: 2 } as never } }) }],
  "a key too many": ["content", { keyset, policy: signAnything(key, { typ }, { ...policy(), unsigned: true }) }],
  "a version that is no whole number": ["content", signed({ version: 1.5 })],
  "a version too large to count": ["content", { keyset, policy: signAnything(key, { typ }, JSON.stringify(policy()).replace('"version":1', '"version":1e300')) }],
  "a date without a zone": ["content", signed({ expiresAt: "2027-01-01" })],
  "no JSON": ["content", { keyset, policy: signAnything(key, { typ }, "version: 1") }],
  "no UTF-8": ["content", { keyset, policy: signAnything(key, { typ }, Buffer.from([0xff, 0xfe]) as never) }],
  "a megabyte too much": ["size", { keyset, policy: `${good.policy}${"A".repeat(1_000_000)}` }],
  "nothing": ["shape", { keyset, policy: undefined as never }],
};

for (const [what, [reason, ...args]] of Object.entries(rejected)) test(`rejected: ${what}`, () => assert.deepEqual(accept(...args), { kind: "rejected", reason }));

test("one that was accepted once is verified past its end: its age says what holds", () => {
  const late = verifyPolicy(good, { anchor: northwind.anchor, ratchet, now: today + 365 * day, cryptography });
  assert.equal(late.kind === "accepted" && late.expiresAt, today + 14 * day);
});

test("a changed character anywhere is never accepted", () => {
  const letters = "AQgw-_.";
  for (const name of ["keyset", "policy"] as const) for (let at = 0; at < good[name].length; at += 3) for (const letter of letters) {
    const changed = good[name].slice(0, at) + letter + good[name].slice(at + 1);
    if (changed !== good[name]) assert.equal(accept({ ...good, [name]: changed }).kind, "rejected", `${name} ${at} ${letter}`);
  }
});

test("whatever is offered, nothing throws and nothing unsigned is accepted", () => {
  const pieces = ["", ".", "..", "eyJ9", header, payload, signature, "null", "e30", "\u0000", "é", "[]", "__proto__", "A".repeat(2000)];
  for (let seed = 0; seed < 3000; seed++) {
    const text = Array.from({ length: 1 + (seed % 5) }, (_, index) => pieces[(seed * 7 + index * (seed % 11) + index) % pieces.length]).join(seed % 2 === 0 ? "." : "");
    if (text !== good.policy) assert.equal(accept({ keyset, policy: text }).kind, "rejected");
    if (text !== keyset) assert.equal(accept({ keyset: text, policy: good.policy }).kind, "rejected");
  }
});
