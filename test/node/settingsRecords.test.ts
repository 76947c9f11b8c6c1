import assert from "node:assert/strict";
import { readFileSync, symlinkSync, writeFileSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { restoreSettingsFile } from "../../src/node/restoreSettingsFile.ts";
import { createSettingsRecords } from "../../src/node/settingsRecords.ts";
import { suppressKey } from "../../src/core/settingsRecord.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("the text before our first change is kept until nothing of ours is left, and then the next one", (context) => {
  const folder = temporaryFolder(context);
  const settingsFile = join(folder, "settings.json");
  writeFileSync(settingsFile, "{ /* first */ }");
  const records = createSettingsRecords(join(folder, "records"), settingsFile);
  records.update((record) => ({ ...record, suppress: ["a"] }));
  writeFileSync(settingsFile, "{ /* ours */ }");
  records.update((record) => ({ ...record, suppress: ["a", "b"] }));
  assert.equal(records.read().original, "{ /* first */ }");
  records.update((record) => ({ ...record, suppress: [] }));
  writeFileSync(settingsFile, "{ /* second */ }");
  records.update((record) => ({ ...record, associations: ["/x"] }));
  assert.equal(records.read().original, "{ /* second */ }");
});

test("a file that is being written at that moment is not taken for the text before", (context) => {
  const folder = temporaryFolder(context);
  const settingsFile = join(folder, "settings.json");
  writeFileSync(settingsFile, "");
  const records = createSettingsRecords(join(folder, "records"), settingsFile);
  records.update((record) => ({ ...record, suppress: ["a"] }));
  assert.equal(records.read().original, undefined);
});

test("a settings file that is a link stays one when it is restored", (context) => {
  const folder = temporaryFolder(context);
  const original = `{\n\t"a": 1, // mine\n}\n`;
  writeFileSync(join(folder, "dotfiles.json"), `{ "a": 1, "${suppressKey}": "x" }`);
  symlinkSync(join(folder, "dotfiles.json"), join(folder, "settings.json"));
  assert.ok(restoreSettingsFile({ settingsFile: join(folder, "settings.json"), suppress: ["x"], suppressOwnLanguage: [], associations: [], replaced: {}, original }));
  assert.ok(lstatSync(join(folder, "settings.json")).isSymbolicLink());
  assert.equal(readFileSync(join(folder, "dotfiles.json"), "utf8"), original);
});
