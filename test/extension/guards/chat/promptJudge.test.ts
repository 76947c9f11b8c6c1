import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mention } from "../../../../src/core/mentions.ts";
import type { Effect } from "../../../../src/core/request.ts";
import { strictestOf, type Judged } from "../../../../src/extension/guards/judged.ts";
import type { NamedFiles } from "../../../../src/extension/guards/chat/mentionedFiles.ts";
import { createPromptJudge } from "../../../../src/extension/guards/chat/promptJudge.ts";

const answer = (effect: Effect): Judged => ({
  request: { channel: "prompt", destination: { assistant: "x", kind: "cloud" }, able: [] },
  decision: { effect, enforced: effect, rule: "r", label: "l", reasons: [], findings: [], policy: "p" },
});

/** Only `unseen` blocks and `undecided` warns; `found` says what the search has answered so far. */
function judgeOf(found: (name: string) => NamedFiles | undefined) {
  const counts = { files: 0, looked: 0 };
  const time = { now: 0 };
  const judge = createPromptJudge({
    context: { text: () => answer("allow"), undecided: () => answer("warn"), unseen: () => answer("block"), head: () => {
      counts.files += 1;
      return answer("allow");
    } },
    files: { known: ({ name }: Mention) => found(name), look: async () => { counts.looked += 1; } },
    near: () => [], now: () => time.now,
  });
  const effectOf = (text: string) => strictestOf(judge.judge(text)).decision.enforced;
  return { judge, effectOf, counts, time };
}
const one: NamedFiles = { files: [{ uri: { path: "/a.ts" } as NamedFiles["files"][number]["uri"] }], more: false };
const names = (count: number, name: (index: number) => string) => Array.from({ length: count }, (_, index) => name(index)).join(" ");

test("a name that nobody has looked up yet stops the prompt, as pending", () => {
  const { judge } = judgeOf(() => undefined);
  const judged = strictestOf(judge.judge("see #a.ts"));
  assert.deepEqual([judged.decision.enforced, judged.pending], ["block", true]);
});
test("a name that was looked up stops nothing by itself", () => assert.equal(judgeOf(() => one).effectOf("see #a.ts"), "allow"));
test("a name that more files bear than were looked at stops the prompt", () => assert.equal(judgeOf(() => ({ ...one, more: true })).effectOf("see #a.ts"), "block"));
test("a symbol that nobody knows is warned of, one whose file is known is judged by it", () => {
  assert.equal(judgeOf(() => ({ files: [], more: false })).effectOf("explain #sym:load"), "warn");
  assert.equal(judgeOf(() => one).effectOf("explain #sym:load"), "allow");
});
test("more file names than are looked up stop the prompt, more words are warned of", () => {
  const { effectOf } = judgeOf(() => one);
  assert.equal(effectOf(names(31, (index) => `#f${index}.ts`)), "block");
  assert.equal(effectOf(names(31, (index) => `#word-${index}`)), "warn");
  assert.equal(effectOf(names(30, (index) => `#f${index}.ts`)), "allow");
});
test("five hundred names in pasted code cost thirty look-ups", async () => {
  const { judge, counts } = judgeOf(() => undefined);
  assert.equal(await judge.lookUp(names(500, (index) => `#word-${index}`), 10), false);
  assert.equal(counts.looked, 30);
});
test("while somebody types a named file is judged once a second, when it is sent anew", () => {
  const { judge, counts, time } = judgeOf(() => one);
  judge.glance("see #a.ts");
  judge.glance("see #a.ts and");
  assert.equal(counts.files, 1);
  time.now = 1000;
  judge.glance("see #a.ts and more");
  assert.equal(counts.files, 2);
  judge.judge("see #a.ts and more");
  assert.equal(counts.files, 3);
});
test("what a search found cannot be looked at", () => assert.equal(judgeOf(() => one).effectOf("explain #searchResults"), "block"));
