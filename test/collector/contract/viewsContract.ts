/** What pages say, whichever database keeps the events. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { StoredEvent } from "../../../src/collector/eventStore.ts";
import { asOf, day, decision, heartbeat, now, type OpenEngine, reportingTo } from "./reportingTo.ts";

/** Tests of the read models over an engine. */
export function testViews(engine: string, open: OpenEngine): void {
  const openStore = reportingTo(open);
  test(`${engine}: what was done is compared with the week before, and a decision that stands for many counts as many`, async (context) => {
    const { views, event, report } = await openStore(context, 1);
    await report(0, event("decision", now, decision), event("decision", now - day, { ...decision, "gatelodge.decision.count": 4 }), event("decision", now - 8 * day, decision), event("decision", now - 15 * day, decision));
    const { effects, before, rules, days } = await views.overview(asOf);
    assert.deepEqual([effects["block"], before["block"], rules], [5, 1, [{ rule: "secrets", count: 5 }]]);
    assert.deepEqual(days.map(({ block }) => block).slice(-2), [4, 1]);
  });

  test(`${engine}: an event that comes again changes no figure`, async (context) => {
    const { views, event, report } = await openStore(context, 1);
    const [same, hour] = [event("decision", now, decision), event("usage.hourly", now, { "gatelodge.assistant.id": "codex", "gatelodge.channel": "shell", "gatelodge.usage.allow": 3 })];
    await report(0, same, hour);
    const once = [await views.overview(asOf), await views.ai("", now), await views.events({}, now)];
    await report(0, same, hour);
    assert.deepEqual([await views.overview(asOf), await views.ai("", now), await views.events({}, now)], once);
  });

  test(`${engine}: a machine is in the most serious state that fits`, async (context) => {
    const { views, event, report, ids } = await openStore(context, 10);
    const beat = (time: number, attributes: StoredEvent["attributes"] = {}) => event("heartbeat", time, { ...heartbeat, ...attributes });
    await report(0, beat(now), event("tamper", now - day, { "gatelodge.tamper.kind": "hooksChanged" }));
    await report(1, beat(now, { "gatelodge.hooks.off": ["codex"] }));
    await report(2, beat(now - 5 * day), event("decision", now, decision));
    await report(3, beat(now - 5 * day));
    await report(5, beat(now, { "gatelodge.server.state": "stopped" }));
    await report(6, beat(now, { "gatelodge.unspooled.count": 1 }));
    await report(7, beat(now, { "gatelodge.coverage.off": ["clipboard"] }));
    // The last heartbeat counts, also where an older one arrives later.
    await report(8, beat(now), beat(now - day, { "gatelodge.hooks.off": ["codex"] }));
    // A machine whose clock runs ahead does not stay fresh for ever.
    await report(9, beat(now + 400 * day));
    const { rows, states } = await views.devices.list({ page: 1 }, asOf);
    const stateOf = (device: number) => rows.find(({ id }) => id === ids[device])?.state;
    assert.deepEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map(stateOf), ["tampered", "hooksOff", "quiet", "silent", "never", "serverStopped", "losing", "doorsOff", "fine", "fine"]);
    assert.equal(rows[0]?.state, "tampered");
    assert.deepEqual(states, (await views.overview(asOf)).states);
    assert.equal((await views.devices.one(ids[9] ?? "", { now: now + 10 * day, revoked: [] }))?.device.state, "silent");
    assert.equal((await views.devices.list({ state: "silent", page: 1 }, asOf)).total, 1);
    const without = await views.overview({ now, revoked: [ids[3] ?? ""] });
    assert.deepEqual([without.devices, without.states.silent, without.states.revoked], [9, 0, 1]);
    assert.equal((await views.overview({ now, revoked: [ids[8] ?? ""] })).guarded, (await views.overview(asOf)).guarded - 1);
  });

  test(`${engine}: of an assistant on fewer than ten machines only the name is told`, async (context) => {
    const { views, event, report } = await openStore(context, 10);
    for (let device = 0; device < 10; device += 1) {
      await report(device, event("usage.hourly", now, { "gatelodge.assistant.id": "codex", "gatelodge.channel": "shell", "gatelodge.usage.allow": 2, "gatelodge.usage.block": 1 }));
      if (device < 9) await report(device, event("usage.hourly", now, { "gatelodge.assistant.id": "aider", "gatelodge.channel": "shell", "gatelodge.usage.allow": 7 }));
    }
    for (const assistant of ["codex", "aider"]) await report(0, event("decision", now, { ...decision, "gatelodge.assistant.id": assistant }));
    assert.deepEqual((await views.events({}, now)).assistants, [{ value: "codex", count: 1 }]);
    const { assistants } = await views.ai("", now);
    assert.deepEqual(assistants, [{ id: "codex", devices: 10, effects: { block: 10, redact: 0, ask: 0, warn: 0, none: 0, allow: 20 }, standing: "unknown" }, { id: "aider", standing: "unknown" }]);
  });

  test(`${engine}: what machines have is counted by kind and name, and where it is denied; of few machines only the name`, async (context) => {
    const { views, event, report } = await openStore(context, 10);
    const item = (kind: string, more: StoredEvent["attributes"], time = now) => event("inventory", time, { "gatelodge.item.kind": kind, "gatelodge.item.standing": "unknown", ...more });
    for (let device = 0; device < 10; device += 1) await report(device, item("mcpServer", { "gatelodge.item.name": "@playwright/mcp", "gatelodge.item.standing": device < 2 ? "denied" : "approved" }), item("mcpServer", { "gatelodge.item.name": "@playwright/mcp" }, now - day));
    await report(0, item("model", { "gatelodge.item.name": "other", "gatelodge.item.key": "0123456789abcdef" }), item("model", { "gatelodge.item.name": "qwen", "gatelodge.item.standing": "denied" }, now - 9 * day));
    assert.deepEqual((await views.ai("", now)).items, [
      { kind: "mcpServer", id: "@playwright/mcp", isDenied: true, devices: 10, denied: 2 }, { kind: "model", id: "0123456789abcdef", isDenied: false }, { kind: "model", id: "qwen", isDenied: false },
    ]);
    assert.equal((await views.events({}, now)).total, 0);
  });

  test(`${engine}: an assistant's own telemetry is counted, and one that works where the guard is not heard shows`, async (context) => {
    const { views, event, report, ids } = await openStore(context, 10);
    const told = (count: number) => event("assistant.telemetry", now, { "gatelodge.assistant.id": "claude-code", "gatelodge.telemetry.activity": "request", "gatelodge.telemetry.count": count });
    for (let device = 0; device < 10; device += 1) await report(device, told(device + 1), event("heartbeat", device === 0 ? now - 5 * day : now, heartbeat));
    assert.deepEqual((await views.ai("", now)).assistants.map(({ id, requests }) => [id, requests]), [["claude-code", 55]]);
    assert.deepEqual((await views.devices.list({ state: "quiet", page: 1 }, asOf)).rows.map(({ id }) => id), [ids[0]]);
  });

  test(`${engine}: an assistant stands where the published policy puts it`, async (context) => {
    const { views, event, report } = await openStore(context, 1);
    for (const assistant of ["codex", "cursor", "aider"]) await report(0, event("usage.hourly", now, { "gatelodge.assistant.id": assistant, "gatelodge.channel": "shell", "gatelodge.usage.allow": 1 }));
    const policy = "version: 1\nai:\n  approved: [{ id: a, tools: [codex] }]\n  denied: [{ id: b, tools: [cursor] }]\n";
    const standings = async (text: string) => (await views.ai(text, now)).assistants.map(({ id, standing }) => [id, standing]);
    assert.deepEqual(await standings(policy), [["aider", "unknown"], ["codex", "approved"], ["cursor", "denied"]]);
    assert.deepEqual(await standings("no: policy"), [["aider", "unknown"], ["codex", "unknown"], ["cursor", "unknown"]]);
  });

  test(`${engine}: what a person did is told without a machine, what happened to a guard with it`, async (context) => {
    const { views, event, report, ids } = await openStore(context, 1);
    await report(0, event("decision", now - 1, { ...decision, "gatelodge.seq": 7, "gatelodge.event.id": "x" }), event("override", now - 2, { "gatelodge.rule.id": "secrets" }), event("tamper", now, { "gatelodge.tamper.kind": "hooksChanged" }));
    const { rows } = await views.events({}, now);
    assert.deepEqual(rows.map(({ name, device }) => [name, device]), [["gatelodge.tamper", ids[0]], ["gatelodge.decision", undefined], ["gatelodge.override", undefined]]);
    assert.deepEqual(rows[1]?.attributes, decision);
    assert.deepEqual((await views.events({ device: ids[0] ?? "" }, now)).rows.map(({ name }) => name), ["gatelodge.tamper"]);
    assert.deepEqual((await views.devices.one(ids[0] ?? "", asOf))?.events.map(({ name }) => name), ["gatelodge.tamper"]);
  });

  test(`${engine}: a filter holds for the sums and for the list, and pages follow each other without a gap`, async (context) => {
    const { views, event, report, ids } = await openStore(context, 1);
    await report(0, ...Array.from({ length: 120 }, (_, index) => event("decision", now - index * 1000, { ...decision, "gatelodge.rule.id": index % 2 === 0 ? "secrets" : "hidden-text" })));
    const first = await views.events({ subject: "secrets" }, now);
    assert.deepEqual([first.total, first.rows.length, first.subjects], [60, 50, [{ value: "secrets", count: 60 }]]);
    assert.ok(!(first.next ?? "").includes(ids[0] ?? "x"), "where a page ends tells whose event it was");
    const second = await views.events({ subject: "secrets", before: first.next ?? "" }, now);
    assert.deepEqual([second.rows.length, second.next], [10, undefined]);
    assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 60);
    assert.equal((await views.events({ subject: "secrets", from: "2026-11-26" }, now)).total, 0);
    assert.equal((await views.events({ subject: "' OR 1=1 --" }, now)).total, 0);
  });

  test(`${engine}: of a machine whose events are erased nothing is left but sums`, async (context) => {
    const { store, views, event, report, ids } = await openStore(context, 1);
    await report(0, event("heartbeat", now, heartbeat), event("decision", now, decision), event("tamper", now, { "gatelodge.tamper.kind": "hooksChanged" }));
    assert.equal(await store.erase(ids[0] ?? ""), 3);
    assert.deepEqual([(await views.events({}, now)).rows, (await views.ai("", now)).assistants, (await views.devices.one(ids[0] ?? "", asOf))?.device.state], [[], [], "never"]);
    assert.equal((await views.overview(asOf)).effects["block"], 1);
  });

  test(`${engine}: a list of expected machines is counted, each once, and not kept`, async (context) => {
    const { facts, views } = await openStore(context, 1);
    assert.equal((await views.overview(asOf)).expected, undefined);
    await views.importExpected("CANARY-1\r\ncanary-1\n\n canary-2 \n", now);
    assert.deepEqual((await views.overview(asOf)).expected, { count: 2, day: "2026-11-25" });
    assert.ok(!(await facts()).toLowerCase().includes("canary"));
  });

  test(`${engine}: a preview counts what the rules that another policy changes or takes out decided`, async (context) => {
    const { views, event, report } = await openStore(context, 1);
    await report(0, ...["secrets", "own", "own", "hidden-text"].map((rule) => event("decision", now, { ...decision, "gatelodge.rule.id": rule })));
    const rule = (effect: string) => `version: 1\nrules:\n  - { id: own, when: { findings: [secret] }, effect: ${effect} }\n`;
    assert.deepEqual(await views.preview(rule("warn"), `${rule("block")}  - { id: new, effect: warn, when: { findings: [hidden] } }\n`, now), { decisions: 4, touched: 2, rules: [{ rule: "own", kind: "changed", count: 2 }, { rule: "new", kind: "added", count: 0 }] });
    assert.deepEqual(await views.preview(rule("warn"), "", now), { decisions: 4, touched: 2, rules: [{ rule: "own", kind: "gone", count: 2 }] });
    assert.equal((await views.preview("", "mode: monitor\nversion: 1\n", now))?.touched, 4);
    assert.equal(await views.preview("", "version: 2", now), undefined);
  });
}
