import assert from "node:assert/strict";
import { test } from "node:test";
import type { AiSection } from "../../src/core/policy/policyDocument.ts";
import { judgeInventory } from "../../src/inventory/judgeInventory.ts";
import type { Found } from "../../src/inventory/inventory.ts";
import { layer, merged } from "../support/policies.ts";

const manifest = "cd".repeat(32);
const stored = { name: "qwen3:8b", store: "ollama", format: "gguf", bytes: 5e9, digest: "ab".repeat(32), manifestDigest: manifest, licence: "apache-2.0", risks: [] } as const;
const taken: Found = {
  runtimes: [{ runtime: "ollama", name: "Ollama", certainty: "running", bind: "network", evidence: [], models: [{ name: "qwen3:8b", state: "loaded", digest: manifest }, { name: "qwen3:8b", state: "stored" }] }],
  models: [stored],
  downloads: [],
  tools: [],
};
const of = (ai: AiSection) => merged(layer("machine", { ai })).policy.ai;

test("what the disk says of a model holds for the same one in a server, which is told by its manifest and not by its name", () => {
  const { runtimes, models } = judgeInventory(taken, [of({ approved: [{ id: "e", licences: ["apache-2.0"], digests: [stored.digest] }] })]);
  assert.deepEqual(runtimes[0]?.models.map(({ standing }) => standing.status), ["approved", "unknown"]);
  assert.deepEqual(models.map(({ standing }) => standing.status), ["approved"]);
});

test("of several folders' policies one that denies is enough", () => {
  const strict = of({ bind: "loopback", denied: [{ id: "e", runtimes: ["ollama"], models: ["qwen3:*"] }] });
  const statuses = (...policies: readonly ReturnType<typeof of>[]) => judgeInventory(taken, policies).runtimes.map(({ standing, models }) => [standing.status, models[0]?.standing.status]);
  assert.deepEqual(statuses(of({})), [["unknown", "unknown"]]);
  assert.deepEqual(statuses(of({}), strict), [["denied", "denied"]]);
});

test("a tool is known by its ids; a name that anybody may give to a tool server is no assistant's", () => {
  const tool = { place: "", evidence: [], risks: [] } as const;
  const { tools } = judgeInventory({ ...taken, tools: [
    { ...tool, kind: "extension", name: "GitHub Copilot", id: "github.copilot", assistant: "github-copilot" },
    { ...tool, kind: "mcpServer", name: "github-copilot", assistant: "cursor" },
    { ...tool, kind: "mcpServer", name: "files", id: "@acme/files" },
    { ...tool, kind: "editor", name: "VS Code" },
  ] }, [of({ approved: [{ id: "e", tools: ["github-copilot"] }], denied: [{ id: "d", tools: ["@acme/*"] }] })]);
  assert.deepEqual(tools.map(({ standing }) => standing?.status), ["approved", "unknown", "denied", undefined]);
});
