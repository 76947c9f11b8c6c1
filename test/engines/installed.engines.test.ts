/** Ollama, LM Studio and GPT4All as somebody runs them on this machine: listed with their models, and answering through the gateway. */
import assert from "node:assert/strict";
import { test } from "node:test";
import OpenAI from "openai";
import { letters } from "../../src/core/detect/samples.ts";
import { findRuntimes } from "../../src/inventory/findRuntimes.ts";
import { machineFor } from "../../src/inventory/machine/machineFor.ts";
import { createAsk } from "../../src/inventory/probe.ts";
import { knownRuntimes } from "../../src/inventory/runtimes/known.ts";
import { runGateway } from "../gateway/startGateway.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const seen = (await findRuntimes({ machine: machineFor(process.platform), runtimes: knownRuntimes, askAt: createAsk })).filter(({ certainty }) => certainty === "running");

for (const { id, name } of knownRuntimes.filter((runtime) => ["ollama", "lmstudio", "gpt4all"].includes(runtime.id))) {
  const server = seen.find(({ runtime }) => runtime === id);
  // A model that runs elsewhere would send the test there.
  const model = server?.models.find(({ remote, name: its }) => remote === undefined && !/embed|rerank/i.test(its));
  const skip = server === undefined ? `${name} does not run on this machine` : model === undefined && `${name} has no model`;
  test(`${name} answers through the gateway`, { skip, timeout: 120_000 }, async (context) => {
    const gateway = await runGateway(`http://127.0.0.1:${server!.port}`, temporaryFolder(context));
    context.after(gateway.stop);
    const secret = `gh${"p_"}${letters(36)}`;
    const answer = await new OpenAI({ baseURL: `${gateway.url}/v1`, apiKey: "x", maxRetries: 0 }).chat.completions.create({ model: model!.name, max_tokens: 60, messages: [{ role: "user", content: `Say this token: ${secret}` }] });
    assert.equal(typeof answer.choices[0]?.message.content, "string");
  });
}
