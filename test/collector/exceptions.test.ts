import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { test, type TestContext } from "node:test";
import { parseOrganisationPolicy } from "../../src/core/trust/signedContent.ts";
import { toDeviceName, toFileName } from "../../src/node/exceptions/fileKeys.ts";
import { openCollector } from "./openCollector.ts";

const day = 86_400_000;
const asking = "version: 1\npermit:\n  asking: { rules: [above-ceiling, own], maxDays: 30 }\n";

interface Shown { readonly id: string; readonly state: string; readonly note: string; readonly until: number }

async function withAsking(context: TestContext, yaml = asking) {
  const opened = await openCollector(context);
  const { ask, clock, device, owner, person } = opened;
  const machine = await device();
  const first = await owner();
  const { body: { id } } = await first("POST", "/api/policies", { yaml });
  await first("POST", `/api/policies/${String(id)}/approve`, {});
  const max = await person(first, "max", "approver");
  const bearer = { authorization: `Bearer ${machine?.deviceToken ?? ""}` };
  const wish = (changes: object = {}) => ({ id: randomUUID(), rules: ["above-ceiling"], file: toFileName("a2V5", "/home/jo/x"), reason: "madeUp", until: clock.time + 7 * day, ...changes });
  const send = (body: object, headers = bearer) => ask("POST", "/v1/exceptions", body, headers);
  const granted = async () => {
    const { policy } = (await ask("GET", "/v1/policy", undefined, bearer)).body as { readonly policy: string };
    return parseOrganisationPolicy(JSON.parse(Buffer.from(policy.split(".")[1] ?? "", "base64url").toString()))?.granted ?? [];
  };
  const mine = async () => (await ask("GET", "/v1/exceptions", undefined, bearer)).body["asks"] as readonly Shown[];
  const shown = async () => (await max("GET", "/api/exceptions")).body["asks"] as readonly Shown[];
  return { ...opened, first, max, machine, wish, send, granted, mine, shown };
}

test("what a machine asks for is approved by an approver, goes out signed for this machine and file alone, and the machine is told", async (context) => {
  const { wish, send, max, granted, mine, machine, first } = await withAsking(context);
  const asked = wish();
  assert.equal((await send(asked)).status, 201);
  assert.deepEqual([(await mine()).map(({ state }) => state), await granted()], [["asked"], []]);
  assert.equal((await max("POST", `/api/exceptions/${asked.id}/approve`, { note: "for the audit", until: asked.until - day })).status, 200);
  assert.deepEqual(await granted(), [{ id: asked.id, device: toDeviceName(asked.id, machine?.deviceId ?? ""), file: asked.file, rules: ["above-ceiling"], owner: "max", reason: "madeUp", expires: new Date(asked.until - day).toISOString() }]);
  assert.deepEqual(await mine(), [{ id: asked.id, state: "approved", until: asked.until - day, note: "for the audit" }]);
  assert.ok((await first("GET", "/api/audit")).text.includes(`"max","what":"exception.approve","detail":"${asked.id.slice(0, 8)}: above-ceiling until`));
});

test("it is refused with a reason, which the machine gets, and answered once", async (context) => {
  const { wish, send, max, mine, granted } = await withAsking(context);
  const asked = wish();
  await send(asked);
  const answer = (what: string, body: object) => max("POST", `/api/exceptions/${asked.id}/${what}`, body);
  assert.equal((await answer("refuse", {})).status, 400);
  assert.equal((await answer("refuse", { note: "use the sample keys" })).status, 200);
  assert.equal((await answer("approve", {})).status, 404);
  assert.deepEqual([(await mine())[0]?.note, (await mine())[0]?.state, await granted()], ["use the sample keys", "refused", []]);
});

test("what was approved is taken back at once, and ends by itself", async (context) => {
  const { wish, send, max, mine, granted, clock } = await withAsking(context);
  const [first, second] = [wish(), wish()];
  for (const each of [first, second]) {
    await send(each);
    await max("POST", `/api/exceptions/${each.id}/approve`, {});
  }
  assert.equal((await granted()).length, 2);
  await max("POST", `/api/exceptions/${first.id}/withdraw`, { note: "it was real" });
  assert.deepEqual((await granted()).map(({ id }) => id), [second.id]);
  clock.time += 8 * day;
  assert.deepEqual([await granted(), (await mine()).map(({ state }) => state).toSorted()], [[], ["expired", "withdrawn"]]);
  assert.equal((await max("GET", "/api/exceptions")).status, 401, "the session is over by then");
});

test("nobody sees which machine asked, and no more is kept than the form has", async (context) => {
  const { wish, send, max, machine, database } = await withAsking(context);
  await send({ ...wish(), path: "CANARY", why: "CANARY" });
  const { text } = await max("GET", "/api/exceptions");
  assert.ok(text.includes("above-ceiling") && !text.includes(machine?.deviceId ?? "-"));
  assert.ok(!JSON.stringify(database.prepare("SELECT * FROM exceptions").all()).includes("CANARY"));
});

test("only what the policy in force lets people ask for is taken, for as long as it says", async (context) => {
  const { wish, send, clock } = await withAsking(context);
  for (const [changes, status] of [[{ rules: ["secrets"] }, 403], [{ rules: ["above-ceiling", "secrets"] }, 403], [{ until: clock.time + 40 * day }, 403], [{ until: clock.time - 1 }, 403], [{ rules: [] }, 400], [{ reason: "because" }, 400], [{ file: "/home/jo/x" }, 400], [{ id: "1" }, 400], [{ rules: ["a b"] }, 400]] as const) {
    assert.equal((await send(wish(changes))).status, status, JSON.stringify(changes));
  }
  const { wish: other, send: sendOther } = await withAsking(context, "version: 1\n");
  assert.equal((await sendOther(other())).status, 403);
});

test("an ask that comes twice is one, another machine cannot take its number, and a machine has twenty open at most", async (context) => {
  const { wish, send, device, shown, mine } = await withAsking(context);
  const asked = wish();
  assert.deepEqual([(await send(asked)).status, (await send(asked)).status, (await mine()).length], [201, 201, 1]);
  const other = await device();
  assert.equal((await send(asked, { authorization: `Bearer ${other?.deviceToken ?? ""}` })).status, 409);
  for (let index = 0; index < 19; index += 1) assert.equal((await send(wish())).status, 201);
  assert.equal((await send(wish())).status, 409);
  assert.equal((await shown()).length, 20);
});

test("with a machine's events what it asked for goes, too", async (context) => {
  const { wish, send, first, machine, shown } = await withAsking(context);
  await send(wish());
  await first("DELETE", `/api/devices/${machine?.deviceId ?? ""}/events`);
  assert.deepEqual(await shown(), []);
});

test("what nobody answered in time hides nothing that waits, and still counts for a day", async (context) => {
  const { wish, send, device, shown, clock, granted, machine, signIn } = await withAsking(context);
  const other = { authorization: `Bearer ${(await device())?.deviceToken ?? ""}` };
  const honest = wish();
  await send(honest, other);
  for (let index = 0; index < 20; index += 1) await send(wish({ until: clock.time + 1 }));
  clock.time += 60_000;
  assert.equal((await send(wish())).status, 409);
  assert.deepEqual((await shown()).map(({ id, state }) => [id === honest.id, state])[0], [true, "asked"]);
  clock.time += day;
  const later = wish();
  assert.equal((await send(later)).status, 201);
  const [max, ada] = [await signIn("max"), await signIn("ada")];
  assert.equal((await max("POST", `/api/exceptions/${later.id}/approve`, { note: "", until: later.until })).status, 200);
  assert.equal((await granted()).length, 1);
  await ada("DELETE", `/api/devices/${machine?.deviceId ?? ""}/events`);
  assert.deepEqual(await granted(), []);
});
