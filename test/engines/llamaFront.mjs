/**
 * Test code: HTTP in front of llama.cpp, as its own server has it, which no registry brings. What answers is the real engine.
 * node llamaFront.mjs ENTRY MODEL; says its port, then each prompt that reaches the engine, a line of JSON each.
 */
import { statSync } from "node:fs";
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";

const [, , entry, modelPath] = process.argv;
const { getLlama, LlamaChatSession } = await import(pathToFileURL(entry).href);
// More threads than one wait for each other on a busy machine, a quarter of a second for each word.
const llama = await getLlama({ gpu: false, build: "never", skipDownload: true, maxThreads: 1, logLevel: "error" });
const model = await llama.loadModel({ modelPath });
const context = await model.createContext({ contextSize: 4096, threads: 1, sequences: 1 });
const say = (line) => void process.stdout.write(`${JSON.stringify(line)}\n`);

async function generate(messages, { onTextChunk, signal }) {
  const session = new LlamaChatSession({ contextSequence: context.getSequence(), systemPrompt: "" });
  const prompt = messages.map(({ content }) => content).join("\n");
  say({ prompt });
  try {
    return await session.prompt(prompt, { maxTokens: 64, temperature: 0, onTextChunk, signal, stopOnAbortSignal: true });
  } finally {
    session.dispose({ disposeSequence: true });
  }
}

const answers = {
  "GET /v1/models": (_, response) => json(response, { object: "list", data: [{ id: "tiny-test", object: "model", owned_by: "tests" }] }),
  "GET /api/tags": (_, response) => json(response, { models: [{ name: "tiny-test:latest", model: "tiny-test:latest", size: statSync(modelPath).size, details: { family: "llama", format: "gguf" } }] }),
  "POST /v1/chat/completions": chat,
};
const json = (response, value) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));

async function chat({ messages, stream }, response) {
  const stop = new AbortController();
  response.on("close", () => stop.abort());
  const part = (object, choice) => ({ id: "c", object, model: "tiny-test", choices: [{ index: 0, ...choice }] });
  if (stream !== true) return json(response, part("chat.completion", { message: { role: "assistant", content: await generate(messages, { signal: stop.signal }) }, finish_reason: "stop" }));
  response.writeHead(200, { "content-type": "text/event-stream" });
  const event = (delta, finish_reason = null) => response.write(`data: ${JSON.stringify(part("chat.completion.chunk", { delta, finish_reason }))}\n\n`);
  await generate(messages, { signal: stop.signal, onTextChunk: (content) => event({ content }) });
  event({}, "stop");
  return response.end("data: [DONE]\n\n");
}

const turns = { last: Promise.resolve() };
createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = answers[`${request.method} ${request.url}`];
  if (answer === undefined) return response.writeHead(404).end();
  // The engine has one sequence.
  turns.last = turns.last.then(() => answer(chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString()), response)).catch((error) => response.destroy(error));
}).listen(0, "127.0.0.1", function listening() {
  say({ port: this.address().port });
});
