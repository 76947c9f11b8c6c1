/** llama.cpp itself behind the gateway, behind the editor's guarded model, and in the inventory. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Ollama } from "ollama";
import OpenAI from "openai";
import { ensureLocalEngine } from "../../scripts/toolchain/localEngine.mjs";
import { letters } from "../../src/core/detect/samples.ts";
import { answerRequest } from "../../src/extension/guards/model/answerRequest.ts";
import { askServer } from "../../src/extension/guards/model/askServer.ts";
import { findRuntimes } from "../../src/inventory/findRuntimes.ts";
import { machineFor } from "../../src/inventory/machine/machineFor.ts";
import { createAsk } from "../../src/inventory/probe.ts";
import { knownRuntimes } from "../../src/inventory/runtimes/known.ts";
import { runGateway } from "../gateway/startGateway.ts";
import { knownSentence, startEngine } from "./startEngine.ts";

const engine = await ensureLocalEngine();
if ("missing" in engine) test("llama.cpp", { skip: engine.missing }, () => {});
else proveEngine(engine.entry);

function proveEngine(entry: string): void {
  const folder = mkdtempSync(join(tmpdir(), "gatelodge-engine-"));
  const running: { engine?: Awaited<ReturnType<typeof startEngine>>; gateway?: Awaited<ReturnType<typeof runGateway>> } = {};
  before(async () => {
    running.engine = await startEngine(entry, folder);
    running.gateway = await runGateway(`http://127.0.0.1:${running.engine.port}`, folder);
  });
  after(async () => {
    running.engine?.stop();
    await running.gateway?.stop();
    rmSync(folder, { recursive: true });
  });
  const secret = `gh${"p_"}${letters(36)}`;
  const messages = [{ role: "user" as const, content: `What is wrong with token = "${secret}"?` }];
  const openai = () => new OpenAI({ baseURL: `${running.gateway!.url}/v1`, apiKey: "x", maxRetries: 0 });
  const lastPrompt = () => running.engine!.prompts.at(-1)!;
  const arrivedClean = () => assert.ok(lastPrompt().startsWith("What is wrong with token = \"ghp_example") && !lastPrompt().includes(secret), "it arrives");

  test("without the gateway the secret reaches the engine", async () => {
    await new OpenAI({ baseURL: `http://127.0.0.1:${running.engine!.port}/v1`, apiKey: "x" }).chat.completions.create({ model: "tiny-test", messages });
    assert.ok(lastPrompt().includes(secret));
  });

  test("through the gateway, in one piece: the engine answers, and the secret does not reach it", async () => {
    const answer = await openai().chat.completions.create({ model: "tiny-test", messages });
    assert.equal(answer.choices[0]?.message.content, knownSentence);
    arrivedClean();
  });

  test("through the gateway, streaming, with values put back on the way and without", async () => {
    for (const asked of [messages, [{ role: "user" as const, content: "Hello" }]]) {
      const pieces: string[] = [];
      for await (const piece of await openai().chat.completions.create({ model: "tiny-test", messages: asked, stream: true })) pieces.push(piece.choices[0]?.delta.content ?? "");
      assert.equal(pieces.join(""), knownSentence);
      assert.ok(pieces.filter((piece) => piece !== "").length > 3, "as one piece");
    }
    assert.ok(running.engine!.prompts.at(-2)!.includes("ghp_example") && !running.engine!.prompts.at(-2)!.includes(secret));
  });

  test("through the gateway, what Ollama's client lists", async () => {
    const { models } = await new Ollama({ host: running.gateway!.url }).list();
    assert.deepEqual(models.map(({ name }) => name), ["tiny-test:latest"]);
  });

  test("the editor's guarded model: what it sends and reads, without an editor", async () => {
    const said: string[] = [];
    const model = { id: "m", name: "tiny-test", runtime: "other", server: "port", address: { host: "127.0.0.1", port: running.engine!.port } } as const;
    const outcome = await answerRequest({
      decide: () => assert.fail("nothing is undecided"), ask: askServer, destinationOf: async () => ({ assistant: "local-model", kind: "local" }),
      answers: () => undefined,
      judge: (source) => ({ effect: "replace", source: source.replace(secret, "PLACEHOLDER") }),
      conversation: { answering: () => ({ restore: (text) => text, unfinished: () => 0 }) },
    }, { model, messages: [{ role: 1, content: [{ value: messages[0]!.content }] }], options: {} }, { text: (text) => void said.push(text), call: () => assert.fail("no tool is called") }, new AbortController().signal);
    assert.deepEqual([outcome.kind, said.join("")], ["answered", knownSentence]);
    assert.ok(said.length > 3 && lastPrompt().includes("PLACEHOLDER"));
  });

  test("the inventory sees a program under no engine's name by the model file and the library in its memory", { skip: process.platform !== "linux" && "needs /proc" }, async () => {
    const runtimes = await findRuntimes({ machine: machineFor(process.platform), runtimes: knownRuntimes, askAt: createAsk });
    const found = runtimes.find(({ pid }) => pid === running.engine!.pid);
    assert.deepEqual(found?.models, [{ name: "tiny-test.gguf", state: "loaded" }]);
    assert.ok(["tiny-test.gguf is in its memory", "a model file is among its arguments"].every((why) => found.evidence.includes(why)) && found.evidence.some((why) => /libllama.* is in its memory/.test(why)), found.evidence.join("; "));
    assert.deepEqual([found.certainty, found.port, found.bind], ["possible", running.engine!.port, "loopback"]);
  });
}
