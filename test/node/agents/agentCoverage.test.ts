import assert from "node:assert/strict";
import { test } from "node:test";
import { cline } from "../../../src/assistants/cline.ts";
import { claudeCode } from "../../../src/assistants/claudeCode.ts";
import { cursor } from "../../../src/assistants/cursor.ts";
import { toAgentCoverage, unrun, type CoverageFacts } from "../../../src/node/agents/agentCoverage.ts";
import type { AgentStatus } from "../../../src/node/agents/agentSetup.ts";

const installed: AgentStatus = { assistant: "claude-code", file: "/home/dev/.claude/settings.json", state: "installed", switchedOff: [] };
const tested = (["prompt", "fileRead", "shell", "fileWrite", "mcp", "toolResult"] as const).map((channel) => ({ channel }));
const good: CoverageFacts = { assistant: claudeCode, statuses: [installed], tested, version: "2.1.330", platform: "linux", enforced: true };
const of = (facts: Partial<CoverageFacts>) => {
  const coverage = toAgentCoverage({ ...good, ...facts });
  return { words: [...new Set(coverage?.channels.map(({ word }) => word))], advice: coverage?.advice.join("\n") ?? "" };
};

test("proven is only the version that was itself denied, where that was seen", () => {
  assert.deepEqual(of({}), { words: ["proven"], advice: "" });
  assert.deepEqual(of({ version: "2.2.0" }).words, ["self-tested"]);
  assert.match(of({ version: "2.2.0" }).advice, /2\.2\.0 was not itself seen to be denied/);
  assert.deepEqual(of({ platform: "darwin" }).words, ["self-tested"]);
});

test("nothing is called better than it is", () => {
  const { tested: _, ...unasked } = good;
  assert.deepEqual(toAgentCoverage(unasked)?.channels.map(({ word }) => word).every((word) => word === "installed"), true);
  assert.deepEqual(of({ statuses: [{ ...installed, state: "not installed" }] }), { words: ["unguarded"], advice: "gatelodge agents install --agent claude-code" });
  assert.match(of({ statuses: [{ ...installed, state: "drifted" }] }).advice, /agents repair/);
  assert.deepEqual(of({ statuses: [{ ...installed, switchedOff: [{ assistant: "claude-code", file: "/shop/.claude/settings.json", what: "disableAllHooks: true" }] }] }).words, ["switched off"]);
  assert.deepEqual(of({ statuses: [{ ...installed, waitsFor: "trust them" }] }), { words: ["switched off"], advice: "trust them" });
  assert.deepEqual(of({ enforced: false }).words, ["advisory"]);
  assert.deepEqual(of({ tested: tested.map((test) => (test.channel === "mcp" ? { ...test, problem: "the hook let it through" } : test)) }).words, ["proven", "unguarded"]);
});

test("a client that was never run is not proven at any version, and that is said", () => {
  for (const version of ["3.15.6", undefined]) {
    const { version: _, ...rest } = good;
    const rows = toAgentCoverage({ ...rest, assistant: cursor, statuses: [{ ...installed, assistant: "cursor" }], ...(version === undefined ? {} : { version }) });
    assert.deepEqual([rows?.provenWith, rows?.advice, [...new Set(rows?.channels.map(({ word, why }) => `${word}: ${why}`))]], [undefined, [], [`self-tested: ${unrun}`, "installed: no question is known for it"]]);
  }
});

test("where a client asks nobody that is said", () => {
  const channels = toAgentCoverage({ ...good, assistant: cline, statuses: [{ ...installed, assistant: "cline" }], version: "3.0.65" })?.channels ?? [];
  assert.deepEqual(channels.filter(({ word }) => word !== "proven").map(({ channel, word }) => [channel, word]), [["prompt", "unsupported"]]);
});
