import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { openSqliteStore } from "../../src/collector/sqliteStore.ts";
import { createRollUp } from "../../src/collector/views/rollUp.ts";
import { createViews } from "../../src/collector/views/views.ts";
import type { StoredEvent } from "../../src/collector/eventStore.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const day = 86_400_000;
const now = Date.parse("2026-11-25T12:00:00Z");
const asOf = { now, revoked: [] };

/** A collector's database with as many machines, and how one of them reports. */
function openStore(context: TestContext, devices: number) {
  const folder = temporaryFolder(context);
  const { store, views } = openSqliteStore(folder);
  context.after(() => store.close());
  const ids = Array.from({ length: devices }, (_, index) => store.enrol({ id: `device-${index}`, token: `token-${index}`, publicKey: `key-${index}` }, now - 40 * day).id);
  const state = { number: 0 };
  const event = (name: string, time: number, attributes: StoredEvent["attributes"]): StoredEvent => ({ id: `event-${state.number++}`, name: `gatelodge.${name}`, time, attributes });
  const report = (device: number, ...events: readonly StoredEvent[]) => store.append({ id: ids[device] ?? "" }, events, now);
  return { folder, store, views, ids, event, report };
}
const decision = { "gatelodge.effect.enforced": "block", "gatelodge.rule.id": "secrets", "gatelodge.assistant.id": "codex", "gatelodge.channel": "shell" };
const heartbeat = { "gatelodge.policy.mode": "enforce", "gatelodge.policy.hash": "abc", "gatelodge.server.state": "running", "gatelodge.coverage.off": [], "gatelodge.hooks.off": [] };

test("what was done is compared with the week before, and a decision that stands for many counts as many", (context) => {
  const { views, event, report } = openStore(context, 1);
  report(0, event("decision", now, decision), event("decision", now - day, { ...decision, "gatelodge.decision.count": 4 }), event("decision", now - 8 * day, decision), event("decision", now - 15 * day, decision));
  const { effects, before, rules, days } = views.overview(asOf);
  assert.deepEqual([effects["block"], before["block"], rules], [5, 1, [{ rule: "secrets", count: 5 }]]);
  assert.deepEqual(days.map(({ block }) => block).slice(-2), [4, 1]);
});

test("an event that comes again changes no figure", (context) => {
  const { views, event, report } = openStore(context, 1);
  const [same, hour] = [event("decision", now, decision), event("usage.hourly", now, { "gatelodge.assistant.id": "codex", "gatelodge.channel": "shell", "gatelodge.usage.allow": 3 })];
  report(0, same, hour);
  const once = [views.overview(asOf), views.ai("", now), views.events({}, now)];
  report(0, same, hour);
  assert.deepEqual([views.overview(asOf), views.ai("", now), views.events({}, now)], once);
});

test("a machine is in the most serious state that fits", (context) => {
  const { views, event, report, ids } = openStore(context, 10);
  const beat = (time: number, attributes: StoredEvent["attributes"] = {}) => event("heartbeat", time, { ...heartbeat, ...attributes });
  report(0, beat(now), event("tamper", now - day, { "gatelodge.tamper.kind": "hooksChanged" }));
  report(1, beat(now, { "gatelodge.hooks.off": ["codex"] }));
  report(2, beat(now - 5 * day), event("decision", now, decision));
  report(3, beat(now - 5 * day));
  report(5, beat(now, { "gatelodge.server.state": "stopped" }));
  report(6, beat(now, { "gatelodge.unspooled.count": 1 }));
  report(7, beat(now, { "gatelodge.coverage.off": ["clipboard"] }));
  // The last heartbeat counts, also where an older one arrives later.
  report(8, beat(now), beat(now - day, { "gatelodge.hooks.off": ["codex"] }));
  // A machine whose clock runs ahead does not stay fresh for ever.
  report(9, beat(now + 400 * day));
  const { rows, states } = views.devices.list({ page: 1 }, asOf);
  const stateOf = (device: number) => rows.find(({ id }) => id === ids[device])?.state;
  assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(stateOf), ["tampered", "hooksOff", "quiet", "silent", "never", "serverStopped", "losing", "doorsOff", "fine", "fine"]);
  assert.equal(rows[0]?.state, "tampered");
  assert.deepEqual(states, views.overview(asOf).states);
  assert.equal(views.devices.one(ids[9] ?? "", { now: now + 10 * day, revoked: [] })?.device.state, "silent");
  assert.equal(views.devices.list({ state: "silent", page: 1 }, asOf).total, 1);
  const without = views.overview({ now, revoked: [ids[3] ?? ""] });
  assert.deepEqual([without.devices, without.states.silent, without.states.revoked], [9, 0, 1]);
  assert.equal(views.overview({ now, revoked: [ids[8] ?? ""] }).guarded, views.overview(asOf).guarded - 1);
});

test("of an assistant on fewer than ten machines only the name is told", (context) => {
  const { views, event, report } = openStore(context, 10);
  for (let device = 0; device < 10; device += 1) {
    report(device, event("usage.hourly", now, { "gatelodge.assistant.id": "codex", "gatelodge.channel": "shell", "gatelodge.usage.allow": 2, "gatelodge.usage.block": 1 }));
    if (device < 9) report(device, event("usage.hourly", now, { "gatelodge.assistant.id": "aider", "gatelodge.channel": "shell", "gatelodge.usage.allow": 7 }));
  }
  for (const assistant of ["codex", "aider"]) report(0, event("decision", now, { ...decision, "gatelodge.assistant.id": assistant }));
  assert.deepEqual(views.events({}, now).assistants, [{ value: "codex", count: 1 }]);
  const { assistants } = views.ai("", now);
  assert.deepEqual(assistants, [{ id: "codex", devices: 10, effects: { block: 10, redact: 0, ask: 0, warn: 0, none: 0, allow: 20 }, standing: "unknown" }, { id: "aider", standing: "unknown" }]);
});

test("an assistant stands where the published policy puts it", (context) => {
  const { views, event, report } = openStore(context, 1);
  for (const assistant of ["codex", "cursor", "aider"]) report(0, event("usage.hourly", now, { "gatelodge.assistant.id": assistant, "gatelodge.channel": "shell", "gatelodge.usage.allow": 1 }));
  const policy = "version: 1\nai:\n  approved: [{ id: a, tools: [codex] }]\n  denied: [{ id: b, tools: [cursor] }]\n";
  const standings = (text: string) => views.ai(text, now).assistants.map(({ id, standing }) => [id, standing]);
  assert.deepEqual(standings(policy), [["aider", "unknown"], ["codex", "approved"], ["cursor", "denied"]]);
  assert.deepEqual(standings("no: policy"), [["aider", "unknown"], ["codex", "unknown"], ["cursor", "unknown"]]);
});

test("what a person did is told without a machine, what happened to a guard with it", (context) => {
  const { views, event, report, ids } = openStore(context, 1);
  report(0, event("decision", now - 1, { ...decision, "gatelodge.seq": 7, "gatelodge.event.id": "x" }), event("override", now - 2, { "gatelodge.rule.id": "secrets" }), event("tamper", now, { "gatelodge.tamper.kind": "hooksChanged" }));
  const { rows } = views.events({}, now);
  assert.deepEqual(rows.map(({ name, device }) => [name, device]), [["gatelodge.tamper", ids[0]], ["gatelodge.decision", undefined], ["gatelodge.override", undefined]]);
  assert.deepEqual(rows[1]?.attributes, decision);
  assert.deepEqual(views.events({ device: ids[0] ?? "" }, now).rows.map(({ name }) => name), ["gatelodge.tamper"]);
  assert.deepEqual(views.devices.one(ids[0] ?? "", asOf)?.events.map(({ name }) => name), ["gatelodge.tamper"]);
});

test("a filter holds for the sums and for the list, and pages follow each other without a gap", (context) => {
  const { views, event, report } = openStore(context, 1);
  report(0, ...Array.from({ length: 120 }, (_, index) => event("decision", now - index * 1000, { ...decision, "gatelodge.rule.id": index % 2 === 0 ? "secrets" : "hidden-text" })));
  const first = views.events({ subject: "secrets" }, now);
  assert.deepEqual([first.total, first.rows.length, first.subjects], [60, 50, [{ value: "secrets", count: 60 }]]);
  const second = views.events({ subject: "secrets", before: first.next ?? "" }, now);
  assert.deepEqual([second.rows.length, second.next], [10, undefined]);
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 60);
  assert.equal(views.events({ subject: "secrets", from: "2026-11-26" }, now).total, 0);
  assert.equal(views.events({ subject: "' OR 1=1 --" }, now).total, 0);
});

test("a database from before the pages is counted once when it is opened, and forgets with its events and machines", (context) => {
  const { folder, views, event, report } = openStore(context, 1);
  report(0, event("decision", now, decision), event("tamper", now, { "gatelodge.tamper.kind": "hooksChanged" }));
  const whole = views.overview(asOf);
  const database = new DatabaseSync(join(folder, "events.db"));
  context.after(() => database.close());
  for (const table of ["viewEvents", "viewDays", "viewUsage", "viewSeen", "viewDevices", "viewFacts"]) database.exec(`DROP TABLE ${table}`);
  createRollUp(database);
  createRollUp(database);
  const again = createViews(database);
  assert.deepEqual(again.overview(asOf), whole);
  database.exec("DELETE FROM events; DELETE FROM devices");
  assert.deepEqual([again.events({}, now).rows, again.ai("", now).assistants, again.devices.list({ page: 1 }, asOf).total], [[], [], 0]);
});

test("of a machine whose events are erased nothing is left but sums", (context) => {
  const { store, views, event, report, ids } = openStore(context, 1);
  report(0, event("heartbeat", now, heartbeat), event("decision", now, decision), event("tamper", now, { "gatelodge.tamper.kind": "hooksChanged" }));
  assert.equal(store.erase(ids[0] ?? ""), 3);
  assert.deepEqual([views.events({}, now).rows, views.ai("", now).assistants, views.devices.one(ids[0] ?? "", asOf)?.device.state], [[], [], "never"]);
  assert.equal(views.overview(asOf).effects["block"], 1);
});

test("a list of expected machines is counted, each once, and not kept", (context) => {
  const { folder, views } = openStore(context, 1);
  assert.equal(views.overview(asOf).expected, undefined);
  views.importExpected("CANARY-1\r\ncanary-1\n\n canary-2 \n", now);
  assert.deepEqual(views.overview(asOf).expected, { count: 2, day: "2026-11-25" });
  const database = new DatabaseSync(join(folder, "events.db"));
  context.after(() => database.close());
  assert.ok(!JSON.stringify(database.prepare("SELECT * FROM viewFacts").all()).toLowerCase().includes("canary"));
});

test("a preview counts what the rules that another policy changes or takes out decided", (context) => {
  const { views, event, report } = openStore(context, 1);
  report(0, ...["secrets", "own", "own", "hidden-text"].map((rule) => event("decision", now, { ...decision, "gatelodge.rule.id": rule })));
  const rule = (effect: string) => `version: 1\nrules:\n  - { id: own, when: { findings: [secret] }, effect: ${effect} }\n`;
  assert.deepEqual(views.preview(rule("warn"), `${rule("block")}  - { id: new, effect: warn, when: { findings: [hidden] } }\n`, now), { decisions: 4, touched: 2, rules: [{ rule: "own", kind: "changed", count: 2 }, { rule: "new", kind: "added", count: 0 }] });
  assert.deepEqual(views.preview(rule("warn"), "", now), { decisions: 4, touched: 2, rules: [{ rule: "own", kind: "gone", count: 2 }] });
  assert.equal(views.preview("", "mode: monitor\nversion: 1\n", now)?.touched, 4);
  assert.equal(views.preview("", "version: 2", now), undefined);
});
