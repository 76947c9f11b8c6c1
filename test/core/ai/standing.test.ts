import assert from "node:assert/strict";
import { test } from "node:test";
import type { AiItem, AiModel } from "../../../src/core/ai/aiItem.ts";
import { standingOf, standingOfReader } from "../../../src/core/ai/standing.ts";
import type { AiSection } from "../../../src/core/policy/policyDocument.ts";
import { layer, merged } from "../../support/policies.ts";

const digest = "ab".repeat(32);
const model = (name: string, more: Partial<AiModel> = {}): AiModel => ({ kind: "model", name, digests: [], ...more });
const of = (ai: AiSection) => merged(layer("machine", { name: "acme", ai })).policy.ai;
const statusOf = (ai: AiSection, item: AiItem) => standingOf(of(ai), item).status;

test("without an entry everything is unknown, and what a policy does not list is denied where it says so", () => {
  for (const item of [model("qwen3:8b"), { kind: "runtime", id: "ollama" }, { kind: "tool", names: ["cline"] }] as const) {
    assert.equal(statusOf({}, item), "unknown");
    assert.equal(statusOf({ unlisted: { runtimes: "denied", models: "denied", tools: "denied" }, instead: "Ask us." }, item), "denied");
  }
  assert.equal(statusOf({ unlisted: { tools: "denied" } }, model("qwen3:8b")), "unknown");
});

test("who denies wins over who approves, and says why and what to use instead", () => {
  const ai = of({ approved: [{ id: "all", models: ["*"] }], denied: [{ id: "no-pickles", formats: ["pickle"], reason: "They run code.", instead: "Use safetensors." }], instead: "Ask us." });
  assert.deepEqual(standingOf(ai, model("a", { format: "pickle" })), { status: "denied", entry: "no-pickles", layer: "machine", reason: "They run code.", instead: "Use safetensors." });
  assert.equal(standingOf(ai, model("a", { format: "gguf" })).status, "approved");
});

const conditions: readonly (readonly [string, Partial<AiSection["approved"] extends readonly (infer Entry)[] | undefined ? Entry : never>, Partial<AiModel>, Partial<AiModel>])[] = [
  ["digest", { digests: [digest.toUpperCase()] }, { digests: [`sha256:${digest}`] }, { digests: ["cd".repeat(32)] }],
  ["licence", { licences: ["apache-*"] }, { licence: "Apache-2.0" }, { licence: "mit" }],
  ["greatest size", { maxGigabytes: 5 }, { bytes: 5e9 }, { bytes: 5.1e9 }],
  ["least size", { minGigabytes: 5 }, { bytes: 5e9 }, { bytes: 4.9e9 }],
  ["server", { models: ["*"], runtimes: ["ollama"] }, { runtime: "ollama" }, { runtime: "lmstudio" }],
  ["file", { formats: ["gguf"] }, { format: "gguf" }, { format: "pickle" }],
];
for (const [what, entry, fits, doesNot] of conditions) test(`a model is approved by its ${what} only where that is known and fits`, () => {
  const ai: AiSection = { approved: [{ id: "e", ...entry }] };
  assert.deepEqual([statusOf(ai, model("m", fits)), statusOf(ai, model("m", doesNot)), statusOf(ai, model("m"))], ["approved", "unknown", "unknown"]);
});

test("one model has one name however it is written, and somebody else's of the same name has another", () => {
  const ai: AiSection = { denied: [{ id: "e", models: ["qwen3"] }] };
  for (const name of ["qwen3", "qwen3:latest", "QWEN3", "registry.ollama.ai/library/qwen3", "https://registry.ollama.ai/library/qwen3:latest", " qwen3 "]) assert.equal(statusOf(ai, model(name)), "denied", name);
  for (const name of ["qwen3:8b", "evil/qwen3", "qwen3-cloud"]) assert.equal(statusOf(ai, model(name)), "unknown", name);
  assert.equal(statusOf({ approved: [{ id: "e", models: ["pocket.gguf"] }] }, model("/models/pocket.gguf")), "approved");
});

test("a server is denied by name, and where other machines reach it although the policy wants it on this machine", () => {
  assert.equal(statusOf({ denied: [{ id: "e", runtimes: ["gpt4all"] }] }, { kind: "runtime", id: "gpt4all" }), "denied");
  assert.equal(statusOf({ denied: [{ id: "e", runtimes: ["ollama"], models: ["x"] }] }, { kind: "runtime", id: "ollama" }), "unknown");
  const ai: AiSection = { approved: [{ id: "e", runtimes: ["ollama"] }], bind: "loopback" };
  assert.equal(statusOf(ai, { kind: "runtime", id: "ollama", bind: "loopback" }), "approved");
  const open = standingOf(of(ai), { kind: "runtime", id: "ollama", bind: "network" });
  assert.equal(open.status, "denied");
  assert.match(open.instead ?? "", /127\.0\.0\.1/);
});

test("a tool is told by any of its names", () => assert.equal(statusOf({ denied: [{ id: "e", tools: ["saoudrizwan.*"] }] }, { kind: "tool", names: ["cline", "saoudrizwan.claude-dev"] }), "denied"));

test("a server with several models is approved only with all of them, and denied with one", () => {
  const ai = of({ approved: [{ id: "good", models: ["good*"] }], denied: [{ id: "bad", models: ["bad"] }] });
  const reader = (...names: readonly string[]) => standingOfReader(ai, { runtime: { kind: "runtime", id: "ollama" }, models: names.map((name) => model(name)) }).status;
  assert.deepEqual([reader("good", "good2"), reader("good", "other"), reader("good", "bad"), reader()], ["approved", "unknown", "denied", "unknown"]);
});
