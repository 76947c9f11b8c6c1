import assert from "node:assert/strict";
import { test } from "node:test";
import { detect, tokenPrefix } from "../../../../src/core/detect/detect.ts";
import { letters } from "../../../../src/core/detect/samples.ts";
import { createConversation } from "../../../../src/core/placeholders/conversation.ts";
import type { Decision, Request } from "../../../../src/core/request.ts";
import { answerRequest, type AnswerParts } from "../../../../src/extension/guards/model/answerRequest.ts";
import type { ServedModel } from "../../../../src/extension/guards/model/servedModels.ts";
import { destinationOf } from "../../../../src/protocols/destinationOf.ts";
import { createJudge } from "../../../../src/protocols/judgeContent.ts";
import type { Json } from "../../../../src/protocols/protocol.ts";

const secret = `gh${"p_"}${letters(36)}`;
const other = `gh${"p_"}${letters(36).replace("a", "Q")}`;
const pocket: ServedModel = { id: "x", name: "pocket", runtime: "other", server: "port 1", address: { host: "127.0.0.1", port: 1 } };

/** A gate that redacts what is found and blocks the word `blocked`; a model that says what `answer` makes of the request. */
function begin(answer: (sent: string) => readonly string[]) {
  const asked: { readonly path: string; readonly body: Json }[] = [];
  const requests: Request[] = [];
  const decide = (request: Request): Decision => {
    requests.push(request);
    const findings = request.findings ?? detect(request.text ?? "");
    const effect = request.undecided !== undefined || request.text?.includes("blocked") === true ? "block" : findings.length > 0 ? "redact" : "allow";
    return { effect, enforced: effect, rule: "r", label: "internal", reasons: [{ rule: "r", effect, text: "Because." }], findings, policy: "p" };
  };
  const conversation = createConversation({ random: (limit) => asked.length % limit, detect, prefixOf: tokenPrefix, rankOf: () => 0 });
  const parts: AnswerParts = {
    decide, conversation, destinationOf: async (_, body) => destinationOf(body),
    answers: () => undefined,
    judge: createJudge({ decide, detect, conversation, policyHash: () => "p", digest: (text) => text }),
    ask: async function* (_, path, source) {
      asked.push({ path, body: JSON.parse(source) as Json });
      for (const text of answer(source)) yield { text, calls: [] };
    },
  };
  const say = async (text: string, model = pocket, more: readonly unknown[] = []) => {
    const shown: string[] = [];
    const outcome = await answerRequest(parts, { model, messages: [{ role: 1, content: [{ value: text }, ...more] }], options: {} }, { text: (piece) => shown.push(piece), call: () => undefined }, new AbortController().signal);
    return { outcome, shown };
  };
  return { say, asked, requests };
}
const placeholderIn = (sent: string) => /ghp_example\w{29}/.exec(sent)?.[0] ?? "";

test("the engine gets a placeholder, the person the value, though it comes letter by letter", async () => {
  const { say, asked } = begin((sent) => `It is ${placeholderIn(sent)}!`.split(""));
  const { outcome, shown } = await say(`what is ${secret}?`);
  assert.deepEqual(outcome, { kind: "answered" });
  assert.ok(!JSON.stringify(asked).includes(secret));
  assert.equal(shown.join(""), `It is ${secret}!`);
});

test("a placeholder that waits at the end is shown, and nothing empty is", async () => {
  const { say } = begin((sent) => ["", placeholderIn(sent)]);
  assert.deepEqual((await say(secret)).shown, [secret]);
});

test("no value comes back to somebody who did not send it, though they know its placeholder", async () => {
  const { say, asked } = begin((sent) => [/ghp_example\w{29}/g.exec(sent)?.[0] ?? ""]);
  await say(secret);
  const first = placeholderIn(JSON.stringify(asked[0]));
  assert.deepEqual((await say(`repeat ${first}`)).shown, [first]);
  assert.deepEqual((await say(other)).shown, [other]);
});

test("what is refused goes nowhere, and says why", async () => {
  const { say, asked, requests } = begin(() => []);
  assert.deepEqual((await say("blocked")).outcome, { kind: "refused", message: "Gatelodge stopped this request (r). Because." });
  assert.match(JSON.stringify((await say("see", pocket, [{ mimeType: "image/png", data: new Uint8Array(1) }])).outcome), /picture.*cannot look through/);
  assert.match(JSON.stringify((await say("x".repeat(4_000_001))).outcome), /too long/);
  assert.deepEqual(asked, []);
  assert.deepEqual(requests.flatMap(({ undecided }) => undecided ?? []), ["the request holds a picture or another attachment that is no text", "the request is too long"]);
});

test("each server is asked in its way", async () => {
  const { say, asked } = begin(() => []);
  for (const runtime of ["ollama", "docker-model-runner", "gpt4all"]) await say("hi", { ...pocket, runtime });
  assert.deepEqual(asked.map(({ path, body }) => [path, body["stream"], body["max_tokens"]]), [["/v1/chat/completions", true, undefined], ["/engines/v1/chat/completions", true, undefined], ["/v1/chat/completions", undefined, 4096]]);
});

test("where it goes is asked of what would be sent", async () => {
  const { say, requests } = begin(() => []);
  await say("hi", { ...pocket, name: "gpt-oss:120b-cloud" });
  await say("hi you");
  assert.deepEqual(requests.map(({ destination }) => destination.kind).filter((kind, at, all) => kind !== all[at - 1]), ["cloud", "local"]);
});
