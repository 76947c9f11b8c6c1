import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { acceptPolicy, type Ratchet, type SignedPolicy, type Verified } from "../../src/core/trust/acceptPolicy.ts";
import { cryptography } from "../../src/node/trust/cryptography.ts";
import { openCollector } from "./openCollector.ts";

const yaml = (name: string) => `version: 1\nname: ${name}\n`;
const day = 86_400_000;

async function withEditors(context: TestContext) {
  const opened = await openCollector(context);
  const { ask, clock, device, keys, owner, person } = opened;
  const deviceToken = (await device())?.deviceToken ?? "";
  const first = await owner();
  const [editor, approver] = [await person(first, "eve", "editor"), await person(first, "max", "approver")];
  const fetchPolicy = (etag?: string) => ask("GET", "/v1/policy", undefined, { authorization: `Bearer ${deviceToken}`, ...(etag === undefined ? {} : { "if-none-match": etag }) });
  const publish = async (body: object) => {
    const { body: { id } } = await editor("POST", "/api/policies", body);
    return approver("POST", `/api/policies/${String(id)}/approve`, {});
  };
  const state: { ratchet?: Ratchet } = {};
  /** As a machine does that has seen what came before. */
  const accept = async (): Promise<Extract<Verified, { readonly kind: "accepted" }>> => {
    const verified = acceptPolicy((await fetchPolicy()).body as unknown as SignedPolicy, { anchor: { organisation: "northwind", roots: [keys.rootKey()] }, ratchet: state.ratchet, now: clock.time, cryptography });
    assert.equal(verified.kind, "accepted", JSON.stringify(verified));
    const accepted = verified as Extract<Verified, { readonly kind: "accepted" }>;
    state.ratchet = accepted.ratchet;
    return accepted;
  };
  return { ...opened, first, editor, approver, fetchPolicy, publish, accept };
}

test("what one person proposes and another approves is what machines take, with the root key that the start shows", async (context) => {
  const { fetchPolicy, publish, accept } = await withEditors(context);
  assert.equal((await fetchPolicy()).status, 404);
  assert.deepEqual((await publish({ yaml: yaml("one") })).body, { version: 1 });
  assert.equal((await accept()).policy.document.name, "one");
  const { headers } = await fetchPolicy();
  assert.equal((await fetchPolicy(String(headers["etag"]))).status, 304);
  await publish({ yaml: yaml("two") });
  assert.equal((await fetchPolicy(String(headers["etag"]))).status, 200);
  assert.equal((await accept()).policy.document.name, "two");
});

test("nobody approves what they proposed, as long as somebody else could", async (context) => {
  const { first, approver } = await withEditors(context);
  const { body: { id } } = await first("POST", "/api/policies", { yaml: yaml("one") });
  assert.equal((await first("POST", `/api/policies/${String(id)}/approve`, {})).status, 403);
  assert.equal((await approver("POST", `/api/policies/${String(id)}/approve`, {})).status, 200);
  assert.equal((await approver("POST", `/api/policies/${String(id)}/approve`, {})).status, 404);
});

test("who is alone may, and the book says so", async (context) => {
  const { owner } = await openCollector(context);
  const by = await owner();
  const { body: { id } } = await by("POST", "/api/policies", { yaml: yaml("one") });
  assert.equal((await by("POST", `/api/policies/${String(id)}/approve`, {})).status, 200);
  assert.ok((await by("GET", "/api/audit")).text.includes("policy.publish-alone"));
});

test("a policy with an error is not proposed, and the error has its line", async (context) => {
  const { editor } = await withEditors(context);
  const { status, body } = await editor("POST", "/api/policies", { yaml: "version: 1\nmode: enfroce\n" });
  assert.equal(status, 422);
  assert.equal((body["problems"] as readonly { readonly line: number }[])[0]?.line, 2);
});

test("a ring holds for a part of the machines, grows, and then holds for all", async (context) => {
  const { publish, accept, approver } = await withEditors(context);
  await publish({ yaml: yaml("old") });
  await publish({ yaml: yaml("new"), percent: 10 });
  const ring = (await accept()).policy;
  assert.deepEqual([ring.document.name, ring.next?.document.name, ring.next?.percent], ["old", "new", 10]);
  await approver("POST", "/api/policies/ring", { percent: 50 });
  const wider = (await accept()).policy;
  assert.deepEqual([wider.next?.id, wider.next?.percent], [ring.next?.id, 50]);
  await approver("POST", "/api/policies/ring", { percent: 100 });
  const whole = (await accept()).policy;
  assert.deepEqual([whole.document.name, whole.next], ["new", undefined]);
  assert.equal((await approver("POST", "/api/policies/ring", { percent: 50 })).status, 400);
});

test("one call takes a rule back to recording, and an older version comes back as a new one", async (context) => {
  const { publish, accept, approver, editor } = await withEditors(context);
  await publish({ yaml: yaml("one") });
  await publish({ yaml: yaml("two") });
  await approver("POST", "/api/policies/monitor", { rule: "secrets", on: true });
  assert.deepEqual((await accept()).policy.monitorRules, ["secrets"]);
  await approver("POST", "/api/policies/monitor", { rule: "secrets", on: false });
  assert.equal((await accept()).policy.monitorRules, undefined);
  const { body: { id } } = await editor("POST", "/api/policies/1/revert", {});
  assert.deepEqual((await approver("POST", `/api/policies/${String(id)}/approve`, {})).body, { version: 3 });
  assert.equal((await accept()).policy.document.name, "one");
});

test("it is signed anew each day, so that its end never comes, and its keys before theirs", async (context) => {
  const { publish, accept, clock } = await withEditors(context);
  await publish({ yaml: yaml("one") });
  const before = await accept();
  for (let passed = 0; passed < 200; passed += 10) {
    clock.time += 10 * day;
    const { expiresAt } = await accept();
    assert.ok(expiresAt > clock.time + 13 * day);
  }
  assert.ok((await accept()).policy.version > before.policy.version);
});

test("after a rotation machines take what the new key signs", async (context) => {
  const { publish, accept, first } = await withEditors(context);
  await publish({ yaml: yaml("one") });
  const before = await accept();
  await first("POST", "/api/keys/rotate", {});
  const after = await accept();
  assert.equal(after.policy.document.name, "one");
  assert.equal(after.ratchet.keyset.version, before.ratchet.keyset.version + 1);
});

test("the overview holds what is in force, what was, and what waits", async (context) => {
  const { publish, editor, first } = await withEditors(context);
  await publish({ yaml: yaml("one"), note: "the first" });
  await editor("POST", "/api/policies", { yaml: yaml("two") });
  const { body } = await first("GET", "/api/policies");
  const { current, versions, pending } = body as { readonly current: { readonly version: number; readonly yaml: string }; readonly versions: readonly { readonly note: string; readonly state: string }[]; readonly pending: readonly { readonly proposedBy: string }[] };
  assert.deepEqual([current.version, current.yaml], [1, yaml("one")]);
  assert.deepEqual(versions.map(({ note, state }) => [note, state]), [["the first", "published"]]);
  assert.deepEqual(pending.map(({ proposedBy }) => proposedBy), ["eve"]);
});
