import assert from "node:assert/strict";
import { createServer, type RequestListener } from "node:http";
import { createServer as createPlainServer } from "node:net";
import { after, test } from "node:test";
import { askOnce, createAsk } from "../../src/inventory/probe.ts";

const closers: (() => unknown)[] = [];
after(() => closers.forEach((close) => close()));

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  closers.push(() => server.closeAllConnections(), () => server.close());
  await new Promise((resolve) => server.once("listening", resolve));
  return (server.address() as { readonly port: number }).port;
}

test("a server is asked by GET, and says who asks; its answer comes as text and JSON", async () => {
  const seen: string[] = [];
  const port = await serve((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers["user-agent"]} ${request.headers.connection} ${request.headers.authorization ?? ""}`);
    response.end('{"a":1}');
  });
  assert.deepEqual(await createAsk("127.0.0.1", port)("/x"), { status: 200, body: '{"a":1}', json: { a: 1 } });
  assert.deepEqual(seen, ["GET /x gatelodge-probe close "]);
});

test("a redirect is not followed", async () => {
  const other: string[] = [];
  const elsewhere = await serve((request, response) => {
    other.push(request.url ?? "");
    response.end();
  });
  const port = await serve((_, response) => void response.writeHead(302, { location: `http://127.0.0.1:${elsewhere}/` }).end());
  assert.equal((await createAsk("127.0.0.1", port)("/"))?.status, 302);
  assert.deepEqual(other, []);
});

test("who is slow, drips, says too much, breaks off, speaks another language or does not listen gave no answer", async () => {
  const silent = await serve(() => undefined);
  const dripping = await serve((_, response) => {
    const drip = setInterval(() => response.write("x"), 50);
    response.on("close", () => clearInterval(drip));
  });
  const endless = await serve((_, response) => void response.end("x".repeat(300_000)));
  const broken = await serve((_, response) => {
    response.writeHead(200, { "content-length": 100 });
    response.write("x");
    setTimeout(() => response.destroy(), 20);
  });
  const other = createPlainServer((socket) => void socket.on("error", () => undefined).end("220 smtp\r\n")).listen(0, "127.0.0.1");
  closers.push(() => other.close());
  await new Promise((resolve) => other.once("listening", resolve));
  const ports = [silent, dripping, endless, broken, (other.address() as { readonly port: number }).port, 1];
  const started = performance.now();
  assert.deepEqual(await Promise.all(ports.map((port) => createAsk("127.0.0.1", port)("/"))), ports.map(() => undefined));
  assert.ok(performance.now() - started < 3000);
});

test("a path is asked for once, and never two at a time", async () => {
  const state = { now: 0, most: 0, asked: [] as string[] };
  const ask = askOnce(async (path) => {
    state.asked.push(path);
    state.now += 1;
    state.most = Math.max(state.most, state.now);
    await new Promise((resolve) => setTimeout(resolve, 5));
    state.now -= 1;
    return undefined;
  });
  await Promise.all([ask("/a"), ask("/b"), ask("/a")]);
  assert.deepEqual([state.asked, state.most], [["/a", "/b"], 1]);
});
