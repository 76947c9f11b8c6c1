/** Which model of the server may read what: the real gateway, in front of what answers as Ollama and as llama.cpp do. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { AiSection } from "../../src/core/policy/policyDocument.ts";
import { writeTrustFile } from "../../src/node/trust/trustFiles.ts";
import { createHeldPolicy } from "../support/heldPolicy.ts";
import { startGateway, type RunningGateway } from "./startGateway.ts";

const digest = "ab".repeat(32);
const ollama: Readonly<Record<string, unknown>> = {
  "/": "Ollama is running", "/api/version": { version: "0.9.0" }, "/api/ps": { models: [] },
  "/api/tags": { models: [{ name: "qwen3:8b", size: 5e9, digest }, { name: "llama4:latest", size: 9e9, digest: "cd".repeat(32) }, { name: "qwen3:big", size: 1, digest, remote_host: "https://ollama.com" }] },
};
const llamaCpp: Readonly<Record<string, unknown>> = { "/v1/models": { object: "list", data: [{ id: "/models/pocket.gguf", object: "model", owned_by: "llamacpp" }] }, "/props": { total_slots: 1 } };

/** A signed policy, as it stands after the first answer of its endpoint. */
const organisation = (ai: AiSection) => (home: string) => {
  const { places, organisation: { root }, take } = createHeldPolicy(home);
  writeTrustFile(places.pin, { organisation: "northwind", endpoint: "https://gatelodge.northwind.example", roots: [root.publicKey] });
  take(1, 0, { version: 1, name: "northwind", ai });
};
const started: RunningGateway[] = [];
after(() => Promise.all(started.map((gateway) => gateway.stop())));
async function start(server: Readonly<Record<string, unknown>>, prepare: (home: string) => void): Promise<RunningGateway> {
  const gateway = await startGateway({ prepare });
  started.push(gateway);
  gateway.answer(({ method, path }, response) => {
    const answer = method === "GET" ? server[path] : {};
    response.writeHead(answer === undefined ? 404 : 200).end(typeof answer === "string" ? answer : JSON.stringify(answer));
  });
  return gateway;
}
const say = async ({ url }: RunningGateway, model: string, content = "hello", path = "/v1/chat/completions", method = "POST") => {
  const answered = await fetch(`${url}${path}`, { method, body: JSON.stringify({ model, messages: [{ role: "user", content }] }) });
  return { status: answered.status, text: await answered.text() };
};
const reached = ({ arrived }: RunningGateway, text: string) => arrived.some(({ method, body }) => method !== "GET" && body.includes(text));

test("a denied model is refused in the client's words, with the reason and what to use instead, however it is called", async () => {
  const gateway = await start(ollama, organisation({ denied: [{ id: "no-llama", models: ["llama4"], reason: "Its licence does not fit.", instead: "Use qwen3:8b." }] }));
  for (const name of ["llama4", "llama4:latest", "registry.ollama.ai/library/llama4"]) {
    const { status, text } = await say(gateway, name);
    assert.equal(status, 403, name);
    assert.match((JSON.parse(text) as { error: { message: string } }).error.message, /denied-ai.*Its licence does not fit\. \(no-llama\) Instead: Use qwen3:8b\./);
  }
  assert.equal((await say(gateway, "llama4", "hello", "/api/pull")).status, 403);
  assert.ok(!reached(gateway, "llama4"));
  assert.equal((await say(gateway, "qwen3:8b")).status, 200);
  assert.equal((await say(gateway, "llama4", "", "/api/delete", "DELETE")).status, 200);
  const { rule, effect } = gateway.written().split("\n").filter((line) => line.includes("denied-ai")).map((line) => ({ rule: line.includes('"gatelodge.rule.id":"denied-ai"'), effect: line.includes('"gatelodge.effect.enforced":"block"') }))[0] ?? {};
  assert.deepEqual({ rule, effect }, { rule: true, effect: true });
});

test("restricted content reaches the approved model, told by its digest, and no other: none that is not approved, none that runs elsewhere", async () => {
  const gateway = await start(ollama, organisation({ approved: [{ id: "house", models: ["qwen3:*"], digests: [digest], ceiling: "restricted" }] }));
  const content = "TLP:RED the plan is 4711";
  assert.equal((await say(gateway, "qwen3:8b", content)).status, 200);
  assert.ok(reached(gateway, "4711"));
  gateway.arrived.splice(0);
  for (const name of ["llama4", "qwen3:4b", "qwen3:big", "qwen3:8b-cloud"]) assert.equal((await say(gateway, name, content)).status, 403, name);
  assert.ok(!reached(gateway, "4711"));
  assert.equal((await say(gateway, "llama4")).status, 200);
});

test("a server that answers to any name is judged by the model that it has loaded", async () => {
  const ai: AiSection = { approved: [{ id: "house", models: ["qwen3:*"] }], unlisted: { models: "denied" } };
  const gateway = await start(llamaCpp, organisation(ai));
  const { status, text } = await say(gateway, "qwen3:8b");
  assert.equal(status, 403);
  assert.match(text, /approves it nowhere/);
  const permitted = await start(llamaCpp, organisation({ ...ai, approved: [{ id: "house", models: ["pocket.gguf"] }] }));
  assert.equal((await say(permitted, "/models/pocket.gguf")).status, 200);
});

test("a server that is none we know reads nothing restricted, whatever it calls its models", async () => {
  const gateway = await start({}, organisation({ approved: [{ id: "house", models: ["*"], ceiling: "restricted" }] }));
  assert.equal((await say(gateway, "qwen3:8b", "TLP:RED")).status, 403);
  assert.equal((await say(gateway, "qwen3:8b", "hello")).status, 200);
});

test("where the policy says nothing of models the server is not asked what it has", async () => {
  const gateway = await start(ollama, () => undefined);
  await say(gateway, "llama4");
  assert.deepEqual(gateway.arrived.map(({ method }) => method), ["POST"]);
});
