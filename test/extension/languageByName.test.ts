import assert from "node:assert/strict";
import { test } from "node:test";
import { languageByName } from "../../src/extension/guards/completions/languageByName.ts";

const languages = [{ id: "json", extensions: [".json"] }, { id: "lock", filenames: ["Package-Lock.json"] }, { id: "ng", extensions: [".ng.json"] }];

test("a whole name beats an ending, a longer ending a shorter one, and case does not count", () => {
  assert.equal(languageByName("package-lock.JSON", languages), "lock");
  assert.equal(languageByName("a.ng.json", languages), "ng");
  assert.equal(languageByName("a.Json", languages), "json");
  assert.equal(languageByName("a.txt", languages), undefined);
});
