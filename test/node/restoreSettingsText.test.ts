import assert from "node:assert/strict";
import { test } from "node:test";
import { guardedViewType, ownLanguage, suppressKey, type SettingsRecord } from "../../src/core/settingsRecord.ts";
import { restoreSettingsText } from "../../src/node/restoreSettingsText.ts";

const record = (over: Partial<SettingsRecord>): SettingsRecord => ({ settingsFile: "", suppress: [], suppressOwnLanguage: [], associations: [], replaced: {}, ...over });

test("our ids leave the comma list, the user's and every comment stay", () => {
  const text = `{\n  // mine\n  "${suppressKey}": "my.own,acme.ai",\n  "editor.fontSize": 13, // big\n}\n`;
  assert.equal(restoreSettingsText(text, record({ suppress: ["acme.ai"] })), text.replace("my.own,acme.ai", "my.own"));
});

test("a list that was ours alone goes with its key", () => {
  assert.equal(restoreSettingsText(`{\n  "a": 1,\n  "${suppressKey}": "acme.ai"\n}\n`, record({ suppress: ["acme.ai"] })), `{\n  "a": 1\n}\n`);
});

test("only associations that are ours and still point to our language go", () => {
  const text = JSON.stringify({ "files.associations": { "/r/a": ownLanguage, "/r/b": "python", "/r/c": ownLanguage } }, undefined, 2);
  assert.deepEqual(JSON.parse(restoreSettingsText(text, record({ associations: ["/r/a", "/r/b"] })) ?? ""), { "files.associations": { "/r/b": "python", "/r/c": ownLanguage } });
});

test("associations with the guarded view go, those of the user stay", () => {
  const text = JSON.stringify({ "workbench.editorAssociations": { "**/r/.env": guardedViewType, "*.md": "mine" } }, undefined, 2);
  assert.deepEqual(JSON.parse(restoreSettingsText(text, record({ editorAssociations: ["**/r/.env"] })) ?? ""), { "workbench.editorAssociations": { "*.md": "mine" } });
});

test("settings of our language go, others in that block stay", () => {
  const only = JSON.stringify({ [`[${ownLanguage}]`]: { [suppressKey]: "x" } });
  const more = JSON.stringify({ [`[${ownLanguage}]`]: { [suppressKey]: "x", "editor.wordWrap": "on" } });
  const ours = record({ suppressOwnLanguage: ["x"] });
  assert.deepEqual(JSON.parse(restoreSettingsText(only, ours) ?? ""), {});
  assert.deepEqual(JSON.parse(restoreSettingsText(more, ours) ?? ""), { [`[${ownLanguage}]`]: { "editor.wordWrap": "on" } });
});

test("a broken file is left alone", () => assert.equal(restoreSettingsText('{ "a": ', record({ suppress: ["x"] })), undefined));

test("a value we replaced comes back, one the user changed since stays", () => {
  const ours = { panel: "never" };
  const replaced = { "chat.a": { before: { panel: "first" }, ours }, "chat.b": { before: null, ours }, "chat.c": { before: null, ours } };
  const text = JSON.stringify({ "chat.a": ours, "chat.b": ours, "chat.c": { panel: "always" } }, undefined, 2);
  assert.deepEqual(JSON.parse(restoreSettingsText(text, record({ replaced })) ?? ""), { "chat.a": { panel: "first" }, "chat.c": { panel: "always" } });
});

const tabbed = '{\r\n\t// mine\r\n\t"a": 1, /* one */\r\n\r\n\t"files.associations": {\r\n\t\t"*.mine": "json",\r\n\t},\r\n}\r\n';
const asTheEditorWrites = `{\r\n\t// mine\r\n\t"a": 1, /* one */\r\n\r\n\t"files.associations": {\r\n        "*.mine": "json",\r\n        "/r/a": "${ownLanguage}"\r\n    },\r\n\t"${suppressKey}": "acme.ai"\r\n}\r\n`;
const both = { suppress: ["acme.ai"], associations: ["/r/a"], original: tabbed };

test("comments, trailing commas, tabs and CRLF are as they were, byte for byte", () => {
  assert.equal(restoreSettingsText(asTheEditorWrites, record(both)), tabbed);
});

test("a value that somebody changed since is kept, and nothing but ours is touched", () => {
  const restored = restoreSettingsText(asTheEditorWrites.replace('"a": 1', '"a": 2'), record(both)) ?? "";
  assert.ok(restored.startsWith('{\r\n\t// mine\r\n\t"a": 2, /* one */\r\n\r\n\t"files.associations": {\r\n        "*.mine": "json"'));
  assert.doesNotMatch(restored, /acme|restricted/);
});
