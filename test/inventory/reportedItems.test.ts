import assert from "node:assert/strict";
import { test } from "node:test";
import type { Standing } from "../../src/core/ai/standing.ts";
import type { LayerSource } from "../../src/core/policy/policy.ts";
import type { JudgedInventory, JudgedTool } from "../../src/inventory/judgeInventory.ts";
import { toReportedItems } from "../../src/inventory/reportedItems.ts";

const unknown: Standing = { status: "unknown", reason: "" };
const nothing: JudgedInventory = { runtimes: [], models: [], tools: [], downloads: [] };
const stored = (name: string, standing = unknown) => ({ name, standing, store: "ollama", format: "gguf" as const, bytes: 1, risks: [] });
const tool = (fields: Partial<JudgedTool>): JudgedTool => ({ kind: "mcpServer", name: "x", place: "~/secret-project/.mcp.json", evidence: [], risks: ["not pinned"], standing: unknown, ...fields });
const namesOf = (inventory: Partial<JudgedInventory>) => toReportedItems({ ...nothing, ...inventory }).map(({ kind, name, local }) => [kind, name, ...(local === undefined ? [] : [local])]);

test("what a catalogue knows is told by its name there, anything else is `other` with a name that stays here", () => {
  assert.deepEqual(namesOf({ models: [stored("qwen3:8b"), stored("merger-plans:latest")] }), [["model", "qwen"], ["model", "other", "merger-plans:latest"]]);
  assert.deepEqual(namesOf({ tools: [tool({ name: "files", id: "@modelcontextprotocol/server-filesystem" }), tool({ name: "payroll", id: "@northwind/payroll" }), tool({ name: "hand-made" })] }),
    [["mcpServer", "@modelcontextprotocol/server-filesystem"], ["mcpServer", "other", "@northwind/payroll"], ["mcpServer", "other", "hand-made"]]);
  assert.deepEqual(namesOf({ tools: [tool({ kind: "agent", name: "Claude Code", assistant: "claude-code" }), tool({ kind: "extension", name: "Own", id: "northwind.own" })] }), [["agent", "claude-code"], ["extension", "other", "northwind.own"]]);
});

test("no place and no word of a maker is in it, and what a policy does not speak of is not told", () => {
  const items = toReportedItems({ ...nothing, tools: [tool({ name: "payroll" }), { kind: "credential", name: "~/.aws/credentials", place: "~/.aws/credentials", evidence: [], risks: [] }] });
  assert.equal(items.length, 1);
  assert.ok(!JSON.stringify(items).includes("secret-project"));
});

test("a server that runs, is reached from outside, or hands on to a cloud says so; a model that runs is told once", () => {
  const runtimes = [{ runtime: "ollama", name: "Ollama", certainty: "running" as const, bind: "network" as const, evidence: [], standing: unknown, models: [{ name: "qwen3:8b", state: "loaded" as const, remote: "ollama.com", standing: unknown }] }];
  assert.deepEqual(toReportedItems({ ...nothing, runtimes, models: [stored("qwen3:8b")] }), [
    { kind: "runtime", name: "ollama", standing: "unknown", running: true, exposed: true, remote: false, risks: 0 },
    { kind: "model", name: "qwen", standing: "unknown", running: true, exposed: true, remote: true, risks: 0 },
  ]);
});

test("only an entry that the organisation named is told", () => {
  const entryOf = (layer: LayerSource) => toReportedItems({ ...nothing, models: [stored("qwen3", { status: "denied", reason: "", entry: "my-secret", layer })] })[0]?.entry;
  assert.equal(entryOf("organisation"), "my-secret");
  assert.equal(entryOf("repository"), undefined);
  assert.equal(entryOf("user"), undefined);
});

test("however much there is, a limited number is told", () => {
  assert.equal(toReportedItems({ ...nothing, models: Array.from({ length: 5000 }, (_, index) => stored(`own-${index}`)) }).length, 200);
});
