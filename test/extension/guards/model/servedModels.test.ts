import assert from "node:assert/strict";
import { test } from "node:test";
import { createModelList } from "../../../../src/extension/guards/model/modelList.ts";
import { findServedModels, type ServedModel } from "../../../../src/extension/guards/model/servedModels.ts";
import type { RuntimeSeen } from "../../../../src/inventory/findRuntimes.ts";

const ollama: RuntimeSeen = { runtime: "ollama", name: "Ollama", certainty: "running", port: 11_434, loopback: "127.0.0.1", bind: "loopback", evidence: [], models: [
  { name: "qwen3:8b", state: "loaded" }, { name: "gpt-oss:120b-cloud", state: "stored", remote: "ollama.com" }, { name: "nomic-embed-text", state: "stored" },
] };
const nobody = async () => undefined;
const list = async (runtimes: readonly RuntimeSeen[], named: readonly string[] = [], ids: readonly string[] = []) => {
  const asked: string[] = [];
  const models = await findServedModels({ findRuntimes: async () => runtimes, named, askAt: (host, port) => async (path) => {
    asked.push(`${host} ${port} ${path}`);
    return ids.length === 0 ? nobody() : { status: 200, body: "", json: { data: ids.map((id) => ({ id })) } };
  } });
  return { models, asked };
};

test("models of a runtime that runs, with where they really run; embedding is no chat", async () => {
  const { models } = await list([ollama]);
  assert.deepEqual(models.map(({ id, remote }) => [id, remote]), [["ollama:11434:qwen3:8b", undefined], ["ollama:11434:gpt-oss:120b-cloud", "ollama.com"]]);
});

test("what only may be one, or answers to the network alone, is not offered", async () => {
  const { loopback: _, ...network } = ollama;
  assert.deepEqual((await list([{ ...ollama, certainty: "possible" }, network])).models, []);
});

test("a server that somebody named is asked for its models, on this machine only", async () => {
  const { models, asked } = await list([], ["http://localhost:5000", "http://example.com:80", "https://127.0.0.1:1", "nonsense"], ["pocket"]);
  assert.deepEqual(asked, ["127.0.0.1 5000 /v1/models"]);
  assert.deepEqual(models.map(({ id, server }) => [id, server]), [["other:5000:pocket", "port 5000"]]);
});

test("a server that was named as well as found is one, by the name it was found under", async () => {
  assert.deepEqual((await list([ollama], ["http://127.0.0.1:11434"], ["qwen3:8b"])).models.map(({ id }) => id), ["ollama:11434:qwen3:8b", "ollama:11434:gpt-oss:120b-cloud"]);
});

test("a look is remembered for some seconds; looking again tells whether something changed", async () => {
  const state = { time: 0, looks: 0, models: ["a"] };
  const { list: listed, refresh } = createModelList(async () => {
    state.looks += 1;
    return state.models.map((id) => ({ id }) as ServedModel);
  }, () => state.time);
  await Promise.all([listed(), listed()]);
  assert.equal(state.looks, 1);
  assert.equal(await refresh(), false);
  state.models = ["a", "b"];
  assert.equal(await refresh(), true);
  assert.equal(await refresh(30_000), false);
  state.time = 10_000;
  await listed();
  assert.equal(state.looks, 4);
});
