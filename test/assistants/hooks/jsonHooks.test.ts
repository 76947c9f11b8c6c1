/** Hooks put into files that people wrote by hand, and taken out again. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "jsonc-parser";
import { jsonHooksEditor } from "../../../src/assistants/hooks/jsonHooks.ts";
import type { Edited } from "../../../src/assistants/textEdit.ts";

const ours = (event: string) => ({ hooks: [{ type: "command", command: "/home/dev/bin/gatelodge-hook", args: ["--event", event], onFailure: "block" }] });
const events = ["UserPromptSubmit", "PreToolUse"];
const nested = jsonHooksEditor({ entries: events.map((event) => ({ event, entry: ours(event) })) });
const flat = jsonHooksEditor({ entries: [{ event: "preToolUse", entry: { type: "command", exec: "/home/dev/bin/gatelodge-hook", args: [] } }], top: { version: 1 } });
const textOf = (edited: Edited) => ("error" in edited ? assert.fail(edited.error) : edited.text);
interface Hooks { readonly hooks: Readonly<Record<string, readonly unknown[]>> }
const values = (text: string) => {
  const problems: never[] = [];
  const value = parse(text, problems, { allowTrailingComma: true }) as Hooks;
  assert.deepEqual(problems, [], text);
  return value;
};

const files: Readonly<Record<string, string>> = {
  empty: "",
  "an empty object": "{}\n",
  "an empty object over two lines": "{\n}\n",
  compact: `{"model":"x","hooks":{"PreToolUse":[{"hooks":[{"type":"command","command":"other"}]}]}}`,
  "by hand with comments": `// mine\n{\n\t"model": "x", // the good one\n\t/* hooks of my team */\n\t"hooks": {\n\t\t"PreToolUse": [\n\t\t\t{ "matcher": "Bash", "hooks": [{ "type": "command", "command": "audit.sh" }] } // keep\n\t\t],\n\t\t"Stop": [],\n\t},\n\t// the end\n}\n`,
  "line ends of Windows": `{\r\n    "model": "x",\r\n    "hooks": {\r\n        "Stop": [ { "hooks": [] } ]\r\n    }\r\n}\r\n`,
  "hooks that are empty": `{\n  "hooks": {\n    "PreToolUse": []\n  }\n}\n`,
  "a comment at the end": `{\n  "a": 1 // one\n  // two\n}`,
};

for (const [name, text] of Object.entries(files)) {
  test(`${name}: all events are there once, others' hooks stay, and a second time changes nothing`, () => {
    const put = textOf(nested.put(text === "" ? undefined : text));
    const { hooks } = values(put);
    for (const event of events) assert.deepEqual(hooks[event]?.at(-1), ours(event));
    assert.equal(textOf(nested.put(put)), put);
    const before = text === "" ? {} : (values(text) as Partial<Hooks>);
    assert.deepEqual(hooks["PreToolUse"]?.slice(0, -1), before.hooks?.["PreToolUse"] ?? []);
    for (const comment of text.match(/\/\/.*|\/\*.*?\*\//g) ?? []) assert.ok(put.includes(comment.trim()), `lost: ${comment}`);
    if (text.includes("\r\n")) assert.doesNotMatch(put, /[^\r]\n/);
    if (text.includes("\t\"model\"")) assert.match(put, /^\t\t"UserPromptSubmit"/m);
    const out = textOf(nested.takeOut(put));
    const nothing = (value: Partial<Hooks>) => ({ ...value, hooks: Object.fromEntries(Object.entries(value.hooks ?? {}).filter(([, list]) => list.length > 0)) });
    assert.deepEqual(nothing(values(out)), nothing(before));
    for (const comment of text.match(/\/\/.*|\/\*.*?\*\//g) ?? []) assert.ok(out.includes(comment.trim()), `lost: ${comment}`);
  });
}

test("an older hook of ours is replaced, wherever somebody has moved it", () => {
  const moved = `{"hooks":{"PreToolUse":[{"hooks":[{"type":"command","command":"audit"},{"type":"command","command":"/old/gatelodge-hook x"}]}],"Stop":[{"hooks":[{"command":"/old/gatelodge-hook y"}]}]}}`;
  const { hooks } = values(textOf(nested.put(moved)));
  assert.deepEqual(hooks["PreToolUse"], [{ hooks: [{ type: "command", command: "audit" }] }, ours("PreToolUse")]);
  assert.equal(hooks["Stop"], undefined);
});

test("a file with nothing but ours is empty without it, also with what its form asks for", () => {
  const put = textOf(flat.put(undefined));
  assert.equal((values(put) as unknown as { version: number }).version, 1);
  const out = flat.takeOut(put);
  assert.ok("text" in out && out.empty === true);
  const beside = flat.takeOut(textOf(flat.put(`{"version":1,"hooks":{"preToolUse":[{"exec":"theirs"}]}}`)));
  assert.ok("text" in beside && beside.empty !== true);
});

test("what is pinned must be so: another word there is left for a person; a client's own `$version` beside it is no content", () => {
  const pinned = jsonHooksEditor({ entries: [{ event: "PreToolUse", entry: ours("PreToolUse") }], pinned: { hooksConfig: { enabled: true } } });
  const put = textOf(pinned.put(undefined));
  assert.deepEqual((values(put) as unknown as { hooksConfig: object }).hooksConfig, { enabled: true });
  const stamped = pinned.takeOut(put.replace(/\}\s*$/, `, "$version": 4 }`));
  assert.ok("text" in stamped && stamped.empty === true);
  assert.match(JSON.stringify(pinned.put(`{"hooksConfig":{"enabled":false}}`)), /hooksConfig of its own/);
});

for (const [name, text] of Object.entries({ broken: `{"hooks": {`, "no object": "[]", "two of a name": `{"hooks":{},"hooks":{"PreToolUse":[]}}`, "hooks as a list": `{"hooks":[]}`, "an event that is no list": `{"hooks":{"PreToolUse":{}}}`, "no JSON": "hello" })) {
  test(`${name}: nothing is done, and a sentence says so without the content`, () => {
    for (const edited of [nested.put(text), nested.takeOut(text)]) assert.ok("error" in edited && !edited.error.includes("PreToolUse") && edited.error.length > 10);
  });
}
