import assert from "node:assert/strict";
import { createServer, type ServerResponse } from "node:http";
import { after, before, test } from "node:test";
import { askServer, ServerError } from "../../../../src/extension/guards/model/askServer.ts";

const state: { answer: (response: ServerResponse) => void } = { answer: (response) => void response.end() };
const server = createServer((request, response) => void request.resume().on("end", () => state.answer(response)));
before(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
after(() => {
  server.closeAllConnections();
  server.close();
});
const port = () => (server.address() as { readonly port: number }).port;

async function ask(answer: typeof state.answer, { at = port(), signal = new AbortController().signal } = {}): Promise<string> {
  state.answer = answer;
  const texts: string[] = [];
  for await (const { text } of askServer({ host: "127.0.0.1", port: at }, "/v1/chat/completions", JSON.stringify({ model: "m" }), signal)) texts.push(text);
  return texts.join("|");
}
const events = { "content-type": "text/event-stream; charset=utf-8" };
const piece = (content: string) => `data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`;
const inWords = (words: RegExp) => (error: unknown) => error instanceof ServerError && words.test(error.message);

test("an answer comes in pieces or whole, as the server likes", async () => {
  assert.equal(await ask((response) => void response.writeHead(200, events).end(`${piece("a")}${piece("ü")}data: [DONE]\n\n`)), "a|ü");
  assert.equal(await ask((response) => void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ choices: [{ message: { content: "whole" } }] }))), "whole");
});

test("a letter that is cut in two is one letter", async () => {
  const bytes = Buffer.from(piece("ü"));
  const middle = bytes.indexOf(0xc3) + 1;
  assert.equal(await ask((response) => {
    response.writeHead(200, events).write(bytes.subarray(0, middle));
    setTimeout(() => response.end(bytes.subarray(middle)), 20);
  }), "ü");
});

test("what goes wrong is told in words: a refusal, one in the middle, an answer without end, nobody there", async () => {
  await assert.rejects(ask((response) => void response.writeHead(404).end("{\"error\":\"model not found\"}")), inWords(/answered 404: model not found/));
  await assert.rejects(ask((response) => void response.writeHead(500).end("<html>")), inWords(/answered 500\.$/));
  await assert.rejects(ask((response) => void response.writeHead(200, events).end(`${piece("a")}data: {"error":{"message":"out of memory"}}\n\n`)), inWords(/broke off: out of memory/));
  await assert.rejects(ask((response) => void response.writeHead(200).end("x".repeat(33 * 1024 * 1024))), inWords(/too long/));
  await assert.rejects(ask(() => undefined, { at: 1 }), inWords(/port 1 does not answer/));
});

test("a server that dies in the middle is told so, after what it said", async () => {
  await assert.rejects(ask((response) => {
    response.writeHead(200, events).write(piece("a"));
    setTimeout(() => response.destroy(), 20);
  }), inWords(/broke off its answer/));
});

test("a redirect is not followed: it is an answer like any other that is none", async () => {
  await assert.rejects(ask((response) => void response.writeHead(307, { location: "http://example.com/" }).end()), inWords(/answered 307/));
});

test("aborting closes the connection", async () => {
  const abort = new AbortController();
  const closed = new Promise((resolve) => {
    const asking = ask((response) => {
      response.writeHead(200, events).write(piece("a"));
      response.on("close", () => resolve(true));
      abort.abort();
    }, { signal: abort.signal });
    asking.catch(() => undefined);
  });
  assert.equal(await closed, true);
});
