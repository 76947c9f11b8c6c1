import assert from "node:assert/strict";
import { test } from "node:test";
import { toAiPage } from "../../../src/extension/ai/aiPage.ts";
import { deniedHere, toAiTree, toLines } from "../../../src/extension/ai/aiTree.ts";
import type { Found } from "../../../src/inventory/inventory.ts";
import { judgeInventory } from "../../../src/inventory/judgeInventory.ts";
import type { AiSection } from "../../../src/core/policy/policyDocument.ts";
import { layer, merged } from "../../support/policies.ts";

const found: Found = {
  runtimes: [{ runtime: "ollama", name: "Ollama", version: "0.9.0", certainty: "running", port: 11_434, bind: "network", evidence: ["answers as Ollama on port 11434"], models: [
    { name: "qwen3:8b", state: "loaded", parameters: "8.2B", quantization: "Q4_K_M", bytes: 5.2e9 },
    { name: "llama4", state: "stored" },
    { name: "gpt-oss:120b-cloud", state: "stored", remote: "ollama.com" },
  ] }],
  models: [{ name: "old", store: "huggingface", format: "pickle", bytes: 1e6, risks: ["a pickle: loading it runs its maker's code"] }],
  downloads: [],
  tools: [],
};
const judged = (inventory: Found, ai: AiSection = {}) => judgeInventory(inventory, [merged(layer("machine", { name: "acme", ai })).policy.ai]);

test("each line says in words where it stands and what is known of it", () => {
  const [servers, stored] = toAiTree(judged(found, { approved: [{ id: "a", models: ["qwen3:*"] }], denied: [{ id: "d", formats: ["pickle"], reason: "No.", instead: "Safetensors." }] }));
  assert.deepEqual([servers?.label, servers?.description, stored?.description], ["Model servers", "1", "1 · 1 denied"]);
  assert.deepEqual(servers?.children.map(({ label, description }) => [label, description]), [["Ollama 0.9.0", "unknown · running · other machines reach it · port 11434"]]);
  assert.deepEqual(servers?.children[0]?.children.map(({ label, description }) => `${label}: ${description}`), [
    "qwen3:8b: approved · loaded · 8.2B · Q4_K_M · 5.2 GB", "llama4: unknown · stored", "gpt-oss:120b-cloud: unknown · NOT LOCAL: runs at ollama.com · stored",
  ]);
  assert.deepEqual(toLines(stored!.children[0]!), ["old (stored model)", "denied · 1 risk · 1.0 MB · in the folder of huggingface", "Denied: No.", "Entry d of the machine policy.", "Instead: Safetensors.", "risk: a pickle: loading it runs its maker's code", "file: pickle"]);
});

test("nothing found is no line at all", () => assert.deepEqual(toAiTree(judged({ runtimes: [], models: [], downloads: [], tools: [] })), []));

test("the hint is about what runs and is denied: not what is only stored, not what is unknown", () => {
  const labels = (ai: AiSection) => deniedHere(judged(found, ai)).map(({ label }) => label);
  assert.deepEqual(labels({}), []);
  assert.deepEqual(labels({ denied: [{ id: "d", models: ["llama4", "old"] }] }), []);
  assert.deepEqual(labels({ denied: [{ id: "d", models: ["qwen3:*"] }] }), ["qwen3:8b"]);
  assert.deepEqual(labels({ bind: "loopback" }), ["Ollama 0.9.0"]);
});

test("tools stand below a heading of their kind, with what speaks against them; a denied one is told, and what no policy judges has no status", () => {
  const inventory: Found = { runtimes: [], models: [], downloads: [], tools: [
    { kind: "extension", name: "Cline", id: "saoudrizwan.claude-dev", version: "3.1.0", place: "~/.vscode/extensions/x", evidence: ["its identifier"], risks: [] },
    { kind: "mcpServer", name: "files", place: "~/.cursor/mcp.json", evidence: [], risks: ["not pinned"] },
    { kind: "credential", name: "npm", place: "~/.npmrc", evidence: [], risks: [] },
  ] };
  const ai: AiSection = { denied: [{ id: "d", tools: ["saoudrizwan.*"], instead: "Use Copilot." }] };
  assert.deepEqual(toAiTree(judged(inventory, ai)).map(({ label, description, children }) => `${label} ${description}: ${children.map((child) => `${child.label} ${child.description}`).join()}`), [
    "AI extensions 1 · 1 denied: Cline 3.1.0 denied · saoudrizwan.claude-dev", "Tool servers (MCP) 1: files unknown · 1 risk", "Credentials within an agent's reach 1: npm ",
  ]);
  assert.deepEqual(deniedHere(judged(inventory, ai)).map(({ label, standing }) => `${label}: ${standing?.instead}`), ["Cline 3.1.0: Use Copilot."]);
});

test("what a maker wrote neither reorders a line nor becomes a link, and no folder is shown", () => {
  const hostile = judged({ runtimes: [], models: [{ ...found.models[0]!, name: "![x](https://evil.test)\u202E\n# a" }, { ...found.models[0]!, name: "/home/ann/models/pocket.gguf" }], downloads: [], tools: [] });
  const tree = toAiTree(hostile);
  const page = toAiPage(tree);
  assert.match(page, /### \\!\\\[x\\\]\\\(https:\/\/evil\.test\\\)\uFFFD\uFFFD\\# a/);
  assert.ok(!/[\u202E]/.test(page) && !page.includes("ann"));
  assert.equal(tree[0]?.children[1]?.label, "pocket.gguf");
});

test("a download that runs is told where the policy denies the model, one that was left is not; a server that works is busy", () => {
  const download = { name: "acme/big", store: "huggingface", bytes: 5e9, state: "running", program: "python3", pid: 7 } as const;
  const inventory: Found = { ...found, downloads: [download, { ...download, name: "acme/other", state: "left" }], runtimes: [{ ...found.runtimes[0]!, models: [], load: { seconds: 60, cpu: 180 } }] };
  const ai: AiSection = { denied: [{ id: "d", models: ["acme/*"] }] };
  const tree = toAiTree(judged(inventory, ai));
  assert.deepEqual(tree.at(-1)?.children.map(({ label, description }) => `${label}: ${description}`), ["acme/big: denied · being fetched · by python3 · in the folder of huggingface", "acme/other: denied · left unfinished · by python3 · in the folder of huggingface"]);
  assert.match(tree[0]!.children[0]!.description, /running · busy · other machines/);
  assert.deepEqual(deniedHere(judged(inventory, ai)).map(({ label }) => label), ["acme/big"]);
});
