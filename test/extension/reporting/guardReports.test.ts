import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { GatelodgeEvent } from "../../../src/core/events/gatelodgeEvent.ts";
import { createGuardReports } from "../../../src/extension/reporting/guardReports.ts";
import type { WindowState } from "../../../src/extension/views/coveragePage.ts";
import type { Parts } from "../../../src/extension/parts.ts";
import { builtinInForce } from "../../../src/node/policyStore.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const window: WindowState = { mode: "enforce", policy: "hash", serverState: "running", assistants: [], troubles: new Map([["clipboard", ["the setting is off"]], ["chat", []]]), undecided: 2, lost: 1, testedWith: "1.139", editorVersion: "1.139.0" };

/** A window whose state the test changes, and what it reports. */
function start(context: TestContext, { silent = false } = {}) {
  const state = temporaryFolder(context);
  const dist = join(state, "dist");
  mkdirSync(dist);
  writeFileSync(join(dist, "hook.cjs"), "one");
  const clock = { now: 1_800_000_000_000 };
  const seen = { window };
  const events: GatelodgeEvent[] = [];
  const ledger = { record: ({ event }: { readonly event: GatelodgeEvent }) => void events.push(event), lost: () => 1 };
  const parts = {
    locations: { state }, ledger, policies: { current: () => builtinInForce() }, gate: { undecided: () => 2 }, usage: { flushPast: () => {} }, now: () => clock.now,
    reporting: { entry: () => (silent ? undefined : { endpoint: "http://127.0.0.1:9" }), ledger, spool: { append: (event: GatelodgeEvent) => void events.push(event), lost: () => 0 }, stamp: () => ({ id: "id", time: "2026-11-25T08:00:00.000Z" }) },
  } as unknown as Parts;
  const status = (file: { readonly assistant: { readonly id: string } }) => ({ assistant: file.assistant.id, file: "/home/j.doe/.claude/settings.json", state: file.assistant.id === "codex" ? "drifted" : "installed", switchedOff: [] });
  const agents = { files: [{ assistant: { id: "claude-code" } }, { assistant: { id: "codex" } }], status } as never;
  const look = createGuardReports({ parts, coverage: () => seen.window, agents, waiting: () => ({ files: 3, bytes: 500, oldest: 61_000 }), dist });
  return { look, events, clock, seen, dist, named: (name: string) => events.filter((event) => event.name === name) };
}

test("a sign of life comes every five minutes and says how the guard stands, without a path", async (context) => {
  const { look, clock, named } = start(context);
  await look();
  await look();
  clock.now += 300_000;
  await look();
  const [first, second, ...more] = named("gatelodge.heartbeat");
  assert.equal(more.length, 0);
  assert.deepEqual({ ...first?.attributes, "gatelodge.integrity.programs": "" }, {
    "gatelodge.event.id": "id", "gatelodge.uptime": 0, "gatelodge.policy.hash": builtinInForce().policy.hash, "gatelodge.policy.mode": "enforce", "gatelodge.integrity.programs": "", "gatelodge.server.state": "running",
    "gatelodge.coverage.off": ["clipboard"], "gatelodge.hooks.installed": ["claude-code"], "gatelodge.hooks.off": ["codex"], "gatelodge.undecided.count": 2, "gatelodge.unrecorded.count": 1, "gatelodge.unspooled.count": 0,
    "gatelodge.queue.files": 3, "gatelodge.queue.bytes": 500, "gatelodge.queue.age": 61,
  });
  assert.deepEqual(second?.attributes !== undefined && "gatelodge.uptime" in second.attributes ? second.attributes["gatelodge.uptime"] : undefined, 300);
});

test("a language server that stops is reported, once each time", async (context) => {
  const { look, seen, named } = start(context);
  for (const serverState of ["running", "stopped", "stopped", "running", "restarting"] as const) {
    seen.window = { ...window, serverState };
    await look();
  }
  assert.deepEqual(named("gatelodge.error").map(({ attributes }) => "error.type" in attributes && attributes["error.type"]), ["stopped", "restarting"]);
});

test("programs that change under a running window are reported", async (context) => {
  const { look, clock, dist, named } = start(context);
  await look();
  writeFileSync(join(dist, "hook.cjs"), "two, which lets everything pass");
  clock.now += 300_000;
  await look();
  assert.deepEqual(named("gatelodge.tamper").map(({ attributes }) => attributes), [{ "gatelodge.event.id": "id", "gatelodge.tamper.kind": "programChanged" }]);
});

test("without an endpoint nobody looks", async (context) => {
  const { look, events } = start(context, { silent: true });
  await look();
  assert.deepEqual(events, []);
});
