/**
 * The demo's model: a loopback server that answers from a script and remembers every request body.
 * It speaks enough of the OpenAI and Ollama APIs for an assistant, and shows what it was sent at GET /wire.
 * Run alone: node demo/model/server.mjs [port]
 */
import { createServer } from "node:http";
import { pathToFileURL } from "node:url";
import { answers } from "./answers.mjs";
import { replyIn } from "./replies.mjs";

const largestBody = 20 * 1024 * 1024;

/** @returns {Promise<{ url: string, wire(): readonly object[], stop(): Promise<void> }>} */
export async function startModelServer({ port = 0 } = {}) {
  const wire = [];
  const server = createServer((request, response) => {
    handle(request, response, wire).catch((error) => sendJson(response, 400, { error: { message: String(error.message ?? error) } }));
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(port, "127.0.0.1", resolve));
  const stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${server.address().port}`, wire: () => wire, stop };
}

async function handle(request, response, wire) {
  const path = new URL(request.url, "http://loopback").pathname;
  // A web page in the person's browser must not be able to read or clear the wire.
  if (request.headers.origin || !/^(127\.0\.0\.1|localhost)(:|$)/.test(request.headers.host ?? "")) return sendJson(response, 403, { error: { message: "loopback only" } });
  const key = `${request.method} ${path}`;
  if (key === "GET /wire") return sendJson(response, 200, wire);
  if (key === "DELETE /wire") return sendJson(response, 200, { cleared: wire.splice(0).length });
  if (key === "GET /v1/models") return sendJson(response, 200, { object: "list", data: [{ id: "demo", object: "model", owned_by: "demo" }] });
  if (key === "GET /api/tags") return sendJson(response, 200, { models: [{ name: "demo:latest", model: "demo:latest" }] });
  const answer = answers[key];
  if (!answer) return sendJson(response, 404, { error: { message: `no such endpoint: ${key}` } });
  const body = JSON.parse(await readBody(request));
  wire.push({ id: (wire.at(-1)?.id ?? 0) + 1, time: new Date().toISOString(), path, body });
  replyIn(answer.form, response, answer.text(body), body);
}

async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > largestBody) throw new Error("request body too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function sendJson(response, status, value) {
  if (!response.headersSent) response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(value));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { url } = await startModelServer({ port: Number(process.argv[2] ?? 0) });
  console.log(`Scripted model at ${url}, what it receives at ${url}/wire`);
}
