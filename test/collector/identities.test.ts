import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { openCollector } from "./openCollector.ts";

const reason = "a token was stopped there, and has to be changed";

async function withPeople(context: TestContext) {
  const opened = await openCollector(context);
  const { store, device, owner, person, clock } = opened;
  const machine = (await device())?.deviceId ?? "";
  const event = { id: "event-0001", name: "gatelodge.decision", time: clock.time, attributes: { "gatelodge.rule.id": "secrets" } };
  store.append({ id: machine }, [event, { ...event, id: "event-0002" }], clock.time);
  const ada = await owner();
  const [olga, max, vera] = [await person(ada, "olga", "operator"), await person(ada, "max", "approver"), await person(ada, "vera", "viewer")];
  const question = { kind: "event", id: event.id, time: event.time, reason };
  const ask = async (by = olga) => Number((await by("POST", "/api/identities", question)).body["id"]);
  return { ...opened, machine, ada, olga, max, vera, question, ask };
}

test("one who asks and another who agrees may look for a day, and nobody else; the book has each step", async (context) => {
  const { machine, ada, olga, max, vera, ask } = await withPeople(context);
  const id = await ask();
  const look = async (by: typeof olga) => (await by("POST", `/api/identities/${id}/look`, {}));
  assert.equal((await look(olga)).status, 404, "not before somebody agrees");
  assert.equal((await max("POST", `/api/identities/${id}/agree`, {})).status, 200);
  for (const by of [olga, max]) assert.deepEqual((await look(by)).body, { devices: [machine] });
  for (const by of [ada, vera]) assert.equal((await look(by)).status, 404);
  assert.ok(!(await ada("GET", "/api/identities")).text.includes(machine));
  const { entries } = (await ada("GET", "/api/audit")).body as { readonly entries: readonly { readonly who: string; readonly what: string; readonly detail: string }[] };
  assert.deepEqual(entries.filter(({ what }) => what.startsWith("identity.")).map(({ who, what }) => `${who} ${what}`), ["max identity.look", "olga identity.look", "max identity.agree", "olga identity.ask"]);
  assert.ok(entries.some(({ detail }) => detail === `${id}: event event-0001: ${reason}`) && !JSON.stringify(entries).includes(machine));
});

test("after a day nobody sees it, and a question that nobody answers ends", async (context) => {
  const { max, ask, clock, signIn, database } = await withPeople(context);
  const [id, other] = [await ask(), await ask()];
  await max("POST", `/api/identities/${id}/agree`, {});
  clock.time += 24 * 3_600_000;
  const later = await signIn("max");
  assert.equal((await later("POST", `/api/identities/${id}/look`, {})).status, 404);
  clock.time += 7 * 24 * 3_600_000;
  const muchLater = await signIn("max");
  assert.equal((await muchLater("POST", `/api/identities/${other}/agree`, {})).status, 404);
  assert.deepEqual(database.prepare("SELECT state FROM identities ORDER BY id").all().map(({ state }) => state), ["agreed", "asked"]);
});

test("one role alone is refused, and so is the same person twice, also where they have every role and nobody else is there", async (context) => {
  const { ada, olga, max, vera, question, ask } = await withPeople(context);
  for (const by of [max, vera]) assert.equal((await by("POST", "/api/identities", question)).status, 403);
  const id = await ask();
  for (const by of [olga, vera]) assert.equal((await by("POST", `/api/identities/${id}/agree`, {})).status, 403);
  const own = await ask(ada);
  assert.equal((await ada("POST", `/api/identities/${own}/agree`, {})).status, 403);
  const alone = await openCollector(context);
  const only = await alone.owner();
  alone.store.append({ id: (await alone.device())?.deviceId ?? "" }, [{ id: question.id, name: "gatelodge.decision", time: question.time, attributes: {} }], question.time);
  const { body } = await only("POST", "/api/identities", question);
  assert.equal((await only("POST", `/api/identities/${String(body["id"])}/agree`, {})).status, 403);
});

test("it needs a reason and something there is, and one that was refused is over", async (context) => {
  const { olga, max, question, ask } = await withPeople(context);
  for (const [body, status] of [[{ ...question, reason: "" }, 400], [{ ...question, id: "event-9999" }, 404], [{ ...question, time: question.time + 1 }, 404], [{ ...question, kind: "device" }, 400], [{ ...question, kind: "exception" }, 404]] as const) {
    assert.equal((await olga("POST", "/api/identities", body)).status, status, JSON.stringify(body));
  }
  const id = await ask();
  await max("POST", `/api/identities/${id}/refuse`, {});
  for (const what of ["agree", "look"]) assert.equal((await max("POST", `/api/identities/${id}/${what}`, {})).status, 404);
});
