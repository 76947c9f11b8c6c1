import assert from "node:assert/strict";
import { test } from "node:test";
import { toCycloneDx } from "../../../src/inventory/exports/cycloneDx.ts";
import type { JudgedInventory } from "../../../src/inventory/judgeInventory.ts";

const standing = { status: "unknown", reason: "x" } as const;
const tool = { evidence: ["seen"], risks: [] } as const;
const taken: JudgedInventory = {
  runtimes: [{ runtime: "ollama", name: "Ollama", version: "0.12.0", certainty: "running", bind: "loopback", evidence: ["answers"], standing, models: [{ name: "tiny:1", state: "loaded", parameters: "1M", standing }, { name: "qwen3:8b", state: "stored", standing }] }],
  models: [{ name: "qwen3:8b", store: "ollama", format: "gguf", bytes: 5, digest: "AB".repeat(32), licence: "apache-2.0", risks: ["its chat template carries instructions"], standing }],
  downloads: [],
  tools: [
    { ...tool, kind: "extension", name: "Claude Code", id: "anthropic.claude-code", registry: "gallery", version: "2.0.0", place: "~/x", standing },
    { ...tool, kind: "agent", name: "Codex", id: "@openai/codex", registry: "npm", version: "0.9.0", place: "~/y" },
    { ...tool, kind: "mcpServer", name: "far", host: "tools.example.com", place: "~/z", risks: ["is reached without encryption"] },
    { ...tool, kind: "skill", name: "deploy", place: "~/s" },
    { ...tool, kind: "credential", name: "GH_TOKEN", place: "environment" },
    { ...tool, kind: "setting", name: "chat.tools.autoApprove", place: "~/t" },
  ],
};
const bom = toCycloneDx(taken, { now: new Date(0), serial: "3e671687-395b-41f5-a30f-a58921a69b79", version: "0.1.0" });
type Fields = Readonly<Record<string, unknown>>;
const listed = (key: string) => bom[key] as readonly Fields[];

test("what the schema of CycloneDX 1.6 asks for is there", () => {
  assert.equal(bom["bomFormat"], "CycloneDX");
  assert.equal(bom["specVersion"], "1.6");
  assert.match(String(bom["serialNumber"]), /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  assert.equal(bom["version"], 1);
  const types = ["application", "framework", "library", "container", "platform", "operating-system", "device", "device-driver", "firmware", "file", "machine-learning-model", "data", "cryptographic-asset"];
  for (const { type, name } of listed("components")) assert.ok(types.includes(String(type)) && typeof name === "string" && name !== "", String(name));
  for (const { name } of listed("services")) assert.ok(typeof name === "string");
  const references = [...listed("components"), ...listed("services")].map((each) => each["bom-ref"]);
  assert.equal(new Set(references).size, references.length);
  const known = new Set(["bom-ref", "type", "name", "version", "purl", "hashes", "licenses", "modelCard", "properties"]);
  for (const component of listed("components")) assert.deepEqual(Object.keys(component).filter((key) => !known.has(key)), []);
  for (const { properties } of listed("components")) for (const property of properties as readonly Fields[]) assert.deepEqual(Object.keys(property), ["name", "value"]);
});

test("models are of their own kind, once each, with digest, licence and card", () => {
  const models = listed("components").filter(({ type }) => type === "machine-learning-model");
  assert.deepEqual(models.map(({ name }) => name), ["tiny:1", "qwen3:8b"]);
  assert.deepEqual([models[1]?.["hashes"], models[1]?.["licenses"]], [[{ alg: "SHA-256", content: "ab".repeat(32) }], [{ license: { name: "apache-2.0" } }]]);
  assert.ok(models.every(({ modelCard }) => modelCard !== undefined));
});

test("published tools have their address, servers elsewhere are services, settings and credentials are no material", () => {
  assert.deepEqual(listed("components").flatMap(({ purl }) => purl ?? []), ["pkg:vscode-extension/anthropic/claude-code@2.0.0", "pkg:npm/%40openai/codex@0.9.0"]);
  assert.deepEqual(listed("services").map(({ name, endpoints }) => [name, endpoints]), [["far", ["//tools.example.com"]]]);
  assert.doesNotMatch(JSON.stringify(bom), /GH_TOKEN|autoApprove/);
});
