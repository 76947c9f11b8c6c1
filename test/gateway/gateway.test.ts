import assert from "node:assert/strict";
import { request } from "node:http";
import { after, before, beforeEach, test } from "node:test";
import { gzipSync } from "node:zlib";
import { letters } from "../../src/core/detect/samples.ts";
import { startGateway, type RunningGateway } from "./startGateway.ts";

const blob = `sha256-${"ab".repeat(32)}`;
const secret = `gh${"p_"}${letters(36)}`;
const running: { gateway?: RunningGateway } = {};
const gateway = () => running.gateway!;
before(async () => void (running.gateway = await startGateway()));
after(() => gateway().stop());
beforeEach(() => void gateway().arrived.splice(0));

const post = (body: unknown, path = "/v1/chat/completions", headers: Readonly<Record<string, string>> = {}) =>
  fetch(`${gateway().url}${path}`, { method: "POST", body: typeof body === "string" || body instanceof Uint8Array ? (body as string) : JSON.stringify(body), headers });
const say = (...contents: readonly unknown[]) => ({ model: "m", messages: contents.map((content) => ({ role: "user", content })) });
const arrived = () => gateway().arrived.map(({ body }) => body).join("\n");
/** `fetch` writes these headers itself. */
const raw = (headers: Readonly<Record<string, string>>) => new Promise<number | undefined>((resolve, reject) => {
  const { port } = new URL(gateway().url);
  request({ host: "127.0.0.1", port, path: "/v1/chat/completions", method: "POST", headers }, (response) => resolve(response.resume().statusCode)).on("error", reject).end(JSON.stringify(say("hi")));
});

test("a page of the web gets nowhere: neither by its origin, nor by a name of its own for this machine", async () => {
  const { host } = new URL(gateway().url);
  for (const headers of [{ origin: "https://evil.test", host }, { origin: "null", host }, { host: "evil.test" }, { host: host.replace("127.0.0.1", "127.0.0.1.evil.test") }, { host: "127.0.0.1:1" }]) assert.equal(await raw(headers), 403);
  assert.deepEqual(gateway().arrived, []);
  for (const headers of [{ host }, { host: host.replace("127.0.0.1", "localhost") }, { host, origin: "vscode-webview://abc" }, { host, origin: "http://localhost:3000" }]) assert.equal(await raw(headers), 200);
});

test("a secret that is cut in two, over parts of a message or over messages, does not arrive", async () => {
  const [first, second] = [secret.slice(0, 15), secret.slice(15)];
  for (const body of [say(`token: ${first}`, `${second} is it`), say([{ type: "text", text: first }, { type: "text", text: second }]), { model: "m", prompt: [first, second] }, { model: "m", messages: [{ role: "system", content: first }, { role: "user", content: second }] }]) {
    assert.equal((await post(body)).status, 200);
    assert.ok(!arrived().includes(first.slice(4)) && !arrived().includes(second), arrived().slice(0, 200));
    gateway().arrived.splice(0);
  }
});

test("whatever field it stands in, and however it is written, a secret does not arrive", async () => {
  const escaped = JSON.stringify(say("SECRET")).replace("SECRET", Array.from(secret, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""));
  const twice = `{"model":"m","messages":[{"role":"user","content":${JSON.stringify(secret)},"content":"hi"}]}`;
  const bodies = [
    escaped, twice, say(Buffer.from(`token=${secret}`).toString("base64")), say({ deep: [{ er: secret }] }),
    { model: "m", messages: [], tools: [{ type: "function", function: { name: "f", description: `use ${secret}`, parameters: { properties: { a: { default: secret } } } } }] },
    { model: "m", messages: [{ role: "tool", tool_call_id: "t", content: secret }, { role: secret, content: "" }] }, { model: secret, messages: [] }, { model: "m", unknown: secret, messages: [] },
    { model: "m", messages: [{ role: "assistant", content: "", tool_calls: [{ id: "t", type: "function", function: { name: "f", arguments: JSON.stringify({ token: secret }) } }] }] },
  ];
  for (const body of bodies) {
    assert.equal((await post(body)).status, 200);
    assert.ok(!arrived().includes(secret) && !arrived().includes(Buffer.from(`token=${secret}`).toString("base64").slice(0, 30)));
  }
  assert.equal((await post({ model: "m", messages: [], metadata: { [secret]: 1 } })).status, 403);
  assert.equal(gateway().arrived.length, bodies.length);
});

test("what cannot be looked through is refused, and says why: no JSON, a list, nested without end, compressed, too large", async () => {
  const nested = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
  const asked: readonly (readonly [unknown, number, RegExp, Readonly<Record<string, string>>?])[] = [
    [`token ${secret}`, 400, /no JSON object/], [`["${secret}"]`, 400, /no JSON object/], [nested, 403, /nested too deeply/],
    [gzipSync(JSON.stringify(say(secret))), 415, /compressed/, { "content-encoding": "gzip" }], ["x".repeat(33 * 1024 * 1024), 413, /too large/],
  ];
  for (const [body, status, words, headers] of asked) {
    const answer = await post(body, "/v1/chat/completions", headers).catch((error: unknown) => error as Error);
    // A client that is still sending may see the end of the connection before the answer.
    if (answer instanceof Error) assert.equal(status, 413);
    else assert.deepEqual([answer.status, words.test(await answer.text())], [status, true]);
  }
  assert.equal(gateway().written().split('"gatelodge.undecided":true').length - 1, asked.length);
  assert.deepEqual(gateway().arrived, []);
});

test("a path that we do not know is judged as well, a slash or capitals make no difference", async () => {
  for (const path of ["/v2/whatever", "/api/chat/", "/V1/Chat/Completions", "//v1/messages", "/v1/chat/completions?x=1"]) await post(say(secret), path);
  assert.equal(gateway().arrived.length, 5);
  assert.ok(!arrived().includes(secret));
});

test("lists of models, and blocks of model files, pass", async () => {
  gateway().answer((_, response) => void response.end('{"data":[]}'));
  assert.equal(await (await fetch(`${gateway().url}/v1/models`)).text(), '{"data":[]}');
  assert.equal((await post(Buffer.alloc(1000, 7), `/api/blobs/${blob}`)).status, 200);
  assert.deepEqual(gateway().arrived.map(({ method, path }) => `${method} ${path}`), ["GET /v1/models", `POST /api/blobs/${blob}`]);
  assert.equal((await fetch(`${gateway().url}/v1/models/m`, { method: "DELETE" })).status, 200);
});

test("content gets through neither as the body of a request that has none, nor by a way past the blocks of models, nor by deleting", async () => {
  const { port } = new URL(gateway().url);
  const body = JSON.stringify(say(secret));
  const send = (method: string, path: string) => new Promise<number | undefined>((resolve, reject) => void request({ host: "127.0.0.1", port, path, method, headers: { "content-length": body.length } }, (response) => resolve(response.resume().statusCode)).on("error", reject).end(body));
  for (const [method, path] of [["GET", "/api/chat"], ["HEAD", "/api/chat"], ["OPTIONS", "/api/chat"], ["DELETE", "/api/delete"], ["POST", "/api/blobs/../chat"], ["POST", "/api/blobs/x"]] as const) assert.equal(await send(method, path), 200, path);
  assert.equal(gateway().arrived.length, 6);
  assert.ok(!arrived().includes(secret));
});

test("numbers of any length, the order of fields and the spaces between them arrive and come back as they were, also where something is replaced", async () => {
  const request = `{ "model":"m", "seed": 12345678901234567890123, "b":1e400, "messages":[ {"role":"user","content":"SAID \\u00e9\\/"} ] , "1":1.0}`;
  assert.equal((await post(request.replace("SAID", "hi"))).status, 200);
  gateway().answer(({ body }, response) => {
    const placeholder = /ghp_example\w{29}/.exec(body)![0];
    response.writeHead(200, { "content-type": "application/json" }).end(`{"created":98765432109876543210, "choices" : [{"message":{"content":"It is ${placeholder}"}}]}`);
  });
  const answer = await (await post(request.replace("SAID", secret))).text();
  gateway().answer((_, response) => void response.end("{}"));
  const [plain, replaced] = gateway().arrived.map(({ body }) => body);
  assert.equal(plain, request.replace("SAID", "hi"));
  assert.equal(replaced!.replace(/"content":"[^"]*"/, ""), request.replace(/"content":"[^"]*"/, ""));
  assert.equal(answer, `{"created":98765432109876543210, "choices" : [{"message":{"content":"It is ${secret}"}}]}`);
});

test("a secret in an address or a header stops the request, whatever its method; what signs the client in at the server passes", async () => {
  for (const [method, path, headers] of [["POST", `/v1/chat/completions?note=${secret}`, {}], ["POST", `/v1/chat/completions?note=${encodeURIComponent(`a ${secret}`)}`, {}], ["GET", `/v1/models/${secret}`, {}], ["POST", "/v1/chat/completions", { "x-note": secret }], ["GET", "/v1/models", { "x-note": `use ${secret}` }]] as const) {
    const answer = await fetch(`${gateway().url}${path}`, { method, headers, ...(method === "POST" ? { body: JSON.stringify(say("hi")) } : {}) });
    assert.deepEqual([answer.status, /by its address or a header of it \(secrets\)/.test(await answer.text())], [403, true], path.slice(0, 20));
  }
  assert.deepEqual(gateway().arrived, []);
  assert.equal((await post(say("hi"), "/v1/chat/completions?api-version=2026-01-01", { authorization: `Bearer ${secret}`, "x-api-key": secret, "x-request-id": "0b7d3f0e-6f0c-4f4e-9f65-0a4f7f6f3f6e", traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" })).status, 200);
});

test("a secret in an address or a header stops the request however it is spelled, and beside what cannot be decoded", async () => {
  const spelled = secret.split("").map((letter) => `%${letter.charCodeAt(0).toString(16)}`).join("");
  const twice = spelled.replaceAll("%", "%25");
  for (const [path, headers] of [[`?q=${spelled}&z=%zz`, {}], [`?q=${spelled}&z=%ff`, {}], [`?q=%ff${spelled}`, {}], [`?q=${twice}`, {}], [`?q=${twice}&z=%`, {}], ["", { "x-note": spelled }], ["", { "x-note": `${twice} %ff` }]] as const) {
    const answer = await post(say("hi"), `/v1/chat/completions${path}`, headers);
    assert.deepEqual([answer.status, /by its address or a header of it \(secrets\)/.test(await answer.text())], [403, true], `${path.slice(-20)} ${Object.keys(headers).length}`);
  }
  assert.deepEqual(gateway().arrived, []);
  assert.equal((await post(say("hi"), "/v1/chat/completions?z=%zz&part=100%25&name=caf%c3%a9&old=%ff", { "x-note": "100% of it, %ff" })).status, 200);
});

test("a picture that nobody can look into is counted once, and passes or is refused as the policy says", async () => {
  const picture = `iVBORw0KGgo${"A".repeat(300)}`;
  const bodies = [{ model: "m", messages: [{ role: "user", content: "what is it?", images: [picture] }] }, say([{ type: "text", text: "what is it?" }, { type: "image_url", image_url: { url: `data:image/png;base64,${picture}` } }])];
  const ask = async (policy?: string) => {
    const other = await startGateway(policy === undefined ? {} : { policy });
    const statuses: number[] = [];
    for (const body of [...bodies, ...bodies]) statuses.push((await fetch(`${other.url}/api/chat`, { method: "POST", body: JSON.stringify(body) })).status);
    const counted = other.written().split('"gatelodge.undecided":true').length - 1;
    await other.stop();
    return { statuses, counted, arrived: other.arrived.length };
  };
  assert.deepEqual(await ask(), { statuses: [200, 200, 200, 200], counted: 2, arrived: 4 });
  assert.deepEqual(await ask("version: 1\notherwise: { other: block }\n"), { statuses: [403, 403, 403, 403], counted: 4, arrived: 0 });
});

test("a model that runs in a cloud is one", async () => {
  const confidential = "STRICTLY CONFIDENTIAL: the plan";
  assert.equal((await post({ model: "gpt-oss:120b", messages: [{ role: "user", content: confidential }] }, "/api/chat")).status, 200);
  assert.equal((await post({ model: "gpt-oss:120b-cloud", messages: [{ role: "user", content: confidential }] }, "/api/chat")).status, 403);
});

test("the same text is asked about once, though a client sends the whole conversation again", async () => {
  const other = await startGateway();
  const ask = (contents: readonly string[]) => fetch(`${other.url}/api/chat`, { method: "POST", body: JSON.stringify(say(...contents)) });
  for (const contents of [[secret], [secret, "and now?"], [secret, "and now?", "go on"]]) await ask(contents);
  const counted = other.written().split('"gatelodge.decision"').length - 1;
  const bodies = other.arrived.map(({ body }) => /ghp_example\w+/.exec(body)?.[0]);
  await other.stop();
  assert.equal(counted, 1);
  assert.equal(new Set(bodies).size, 1);
});

test("a model server that is gone is named in the client's words, and one that breaks off ends the answer", async () => {
  const other = await startGateway();
  other.answer((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("data: {}\n\n");
    setTimeout(() => response.destroy(), 20);
  });
  await assert.rejects(async () => (await fetch(`${other.url}/v1/chat/completions`, { method: "POST", body: JSON.stringify(say("hi")) })).text());
  await other.stopModel();
  const answer = await fetch(`${other.url}/v1/messages`, { method: "POST", body: JSON.stringify(say("hi")) });
  const { error } = (await answer.json()) as { readonly error: { readonly message: string } };
  await other.stop();
  assert.equal(answer.status, 424);
  assert.match(error.message, /model server on port \d+ does not answer/);
});

test("a server that has closed a connection which waited is asked once more, on another one", async () => {
  const used = new WeakSet<object>();
  const closed = { count: 0 };
  gateway().answer((_, response) => {
    const socket = response.socket!;
    closed.count += used.has(socket) ? 1 : 0;
    if (used.has(socket)) return void socket.resetAndDestroy();
    used.add(socket);
    return void response.end("{}");
  });
  for (let count = 0; count < 4; count += 1) assert.equal((await post(say("hi"))).status, 200);
  assert.ok(closed.count > 0, "no connection was used again");
});

test("200 streams at once end whole", async () => {
  gateway().answer((_, response) => {
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    for (let at = 0; at < 20; at += 1) response.write(`${JSON.stringify({ message: { content: `${at} ` }, done: false })}\n`);
    setTimeout(() => response.end(`${JSON.stringify({ done: true })}\n`), 100);
  });
  const answers = await Promise.all(Array.from({ length: 200 }, async () => (await post(say(secret), "/api/chat")).text()));
  assert.ok(answers.every((text) => text.split("\n").length === 22));
  assert.ok(!arrived().includes(secret));
});
