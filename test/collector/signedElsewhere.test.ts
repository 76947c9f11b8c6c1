import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { acceptPolicy, type SignedPolicy } from "../../src/core/trust/acceptPolicy.ts";
import { cryptography } from "../../src/node/trust/cryptography.ts";
import { makeSigningKey, signKeySet, signPolicy } from "../../src/node/trust/signing.ts";
import { createOrganisation, day, signAnything } from "../support/organisation.ts";
import { openCollector } from "./openCollector.ts";

async function withSigner(context: TestContext) {
  const northwind = createOrganisation("northwind", Date.now());
  const opened = await openCollector(context, { signedBy: [northwind.root.publicKey] });
  const deviceToken = (await opened.device())?.deviceToken ?? "";
  const owner = await opened.owner();
  const [editor, approver] = [await opened.person(owner, "eve", "editor"), await opened.person(owner, "max", "approver")];
  const upload = (signed: object) => opened.ask("POST", "/v1/policy", signed);
  return { ...opened, northwind, owner, editor, approver, upload, served: () => opened.ask("GET", "/v1/policy", undefined, { authorization: `Bearer ${deviceToken}` }) };
}

test("what a pipeline signs elsewhere is proposed by its signature, published by a person, and served as it was signed", async (context) => {
  const { northwind, upload, approver, served, clock } = await withSigner(context);
  const signed = northwind.signed({ version: 4, next: { id: "winter", document: { version: 1 }, percent: 5 } });
  const proposed = await upload(signed);
  assert.deepEqual([proposed.status, proposed.body], [201, { id: 1, state: "pending" }]);
  assert.equal((await served()).status, 404, "proposing is not publishing");
  assert.deepEqual((await upload(signed)).body, { id: 1, state: "pending" }, "the same once more is the same proposal");
  assert.equal((await approver("POST", "/api/policies/1/approve", {})).status, 200);
  const { body } = await served();
  assert.deepEqual(body, signed);
  assert.equal(acceptPolicy(body as unknown as SignedPolicy, { anchor: northwind.anchor, ratchet: undefined, now: clock.time, cryptography }).kind, "accepted");
  const overview = (await approver("GET", "/api/policies")).body;
  assert.deepEqual(JSON.parse((overview["current"] as { readonly yaml: string }).yaml), { version: 1, name: "northwind" });
  assert.equal(overview["signedUntil"], northwind.policy().expiresAt);
  assert.match(JSON.stringify(overview["versions"]), /signed elsewhere, number 4; winter first for 5 %/);
});

test("a person uploads on the page, and somebody else publishes", async (context) => {
  const { northwind, editor, owner, served } = await withSigner(context);
  assert.equal((await owner("POST", "/api/policies/signed", northwind.signed())).status, 201);
  assert.equal((await owner("POST", "/api/policies/1/approve", {})).status, 403);
  assert.equal((await editor("POST", "/api/policies/1/approve", {})).status, 403);
  assert.equal((await served()).status, 404);
});

test("what no machine would take is not proposed: no signature, another key, another organisation, a key set as policy, old and ended ones", async (context) => {
  const { northwind, upload, approver, clock } = await withSigner(context);
  const good = northwind.signed({ version: 5 });
  await upload(good);
  await approver("POST", "/api/policies/1/approve", {});
  const stranger = createOrganisation("northwind", clock.time);
  const contoso = createOrganisation("contoso", clock.time);
  const stolen = makeSigningKey();
  const cases: Readonly<Record<string, readonly [string, object]>> = {
    "no body": ["shape", {}],
    "a stripped signature": ["shape", { ...good, policy: good.policy.replace(/[^.]+$/, "") }],
    "no algorithm": ["algorithm", { ...good, policy: signAnything(northwind.key, { alg: "none", typ: "gatelodge-policy+jws" }, northwind.policy({ version: 6 })) }],
    "another root": ["keys-key", stranger.signed({ version: 6 })],
    "another organisation under our root": ["keys-organisation", { ...contoso.signed({ version: 6 }), keyset: signKeySet(northwind.root.privateKey, { ...northwind.keySet(), organisation: "contoso" }) }],
    "a key that is in no set": ["key", { ...good, policy: signPolicy(stolen.privateKey, northwind.policy({ version: 6 })) }],
    "a set of keys in the policy's place": ["type", { keyset: good.keyset, policy: good.keyset }],
    "an older version": ["rollback", northwind.signed({ version: 4 })],
    "the same version with other content": ["equivocation", northwind.signed({ version: 5, monitorRules: ["secrets"] })],
    "one that has ended": ["expired", northwind.signed({ version: 6, expiresAt: new Date(clock.time - day).toISOString() })],
    "one of next month": ["future", northwind.signed({ version: 6, issuedAt: new Date(clock.time + 30 * day).toISOString(), expiresAt: new Date(clock.time + 40 * day).toISOString() })],
  };
  for (const [what, [reason, body]] of Object.entries(cases)) {
    const { status, body: said } = await upload(body);
    assert.deepEqual([status, said["reason"]], [422, reason], what);
  }
  assert.deepEqual((await approver("GET", "/api/policies")).body["pending"], []);
});

test("of two proposals the older is not published after the newer, nor one that ended while it waited", async (context) => {
  const { northwind, upload, approver, clock, signIn } = await withSigner(context);
  for (const version of [1, 2, 3]) await upload(northwind.signed({ version }));
  assert.equal((await approver("POST", "/api/policies/2/approve", {})).status, 200);
  const late = await approver("POST", "/api/policies/1/approve", {});
  assert.deepEqual([late.status, late.body["message"]], [422, "no machine would take it (rollback)"]);
  clock.time += 15 * day;
  const again = await signIn("max");
  const ended = await again("POST", "/api/policies/3/approve", {});
  assert.deepEqual([ended.status, ended.body["message"]], [422, "no machine would take it (expired)"]);
});

test("such a collector holds no key, and says so to whoever wants it to sign", async (context) => {
  const { editor, approver, owner } = await withSigner(context);
  for (const [by, url, body] of [[editor, "/api/policies", { yaml: "version: 1\n" }], [approver, "/api/policies/ring", { percent: 50 }], [approver, "/api/policies/monitor", { rule: "secrets", on: true }], [owner, "/api/keys/rotate", {}]] as const) {
    assert.deepEqual([(await by("POST", url, body)).status, (await by("POST", url, body)).body["message"]], [409, "this collector holds no key: sign it elsewhere and upload that"], url);
  }
});

test("a collector that signs itself takes no signed policy of others", async (context) => {
  const { ask, owner, folder } = await openCollector(context);
  assert.equal((await ask("POST", "/v1/policy", createOrganisation("northwind", Date.now()).signed())).status, 409);
  assert.equal((await (await owner())("POST", "/api/policies/signed", {})).status, 409);
  assert.deepEqual(readdirSync(join(folder, "keys")).toSorted(), ["root.pem", "signing.pem"]);
});
