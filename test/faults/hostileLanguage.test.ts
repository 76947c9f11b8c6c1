/** Settings for one language, the user's and a repository's, that would switch the guard off in our own. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { suppressKey } from "../../src/core/settingsRecord.ts";
import { callsHere, language, statusSays } from "../editor/anyDocument.ts";
import { createCoverage } from "../editor/coverage.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { openWindow } from "../editor/openWindow.ts";
import { pause } from "../editor/waitFor.ts";

const coverage = createCoverage("completions", "hostileLanguage", { faults: true });
after(() => coverage.write());
const off = { [suppressKey]: "", "editor.inlineSuggest.enabled": true };
const both = { "[dotenv]": off, "[gatelodge-restricted]": off };
const env = /\/\.env$/;

describe("settings for one language", () => {
  const running: { editor?: Editor } = {};
  after(() => running.editor?.close());

  test("of the user, for environment files and for our own language: our language keeps its ids, and nobody is asked", async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()], assistants: ["completer"], settings: both });
    const window = await openWindow(running.editor);
    await window.quickOpen(".env");
    assert.equal(await language(window), "gatelodge-restricted");
    await statusSays(window, "restricted");
    await pause(2000); // our language's own ids are written after the start
    assert.deepEqual(await callsHere(window, env), []);
    for (const route of ["the user's own settings for [dotenv] and [gatelodge-restricted]", "a repository's settings for [gatelodge-restricted]"]) coverage.baseline(route, "arrives");
    coverage.row("the user's own settings for [dotenv] and [gatelodge-restricted]", "own language, its ids added to the user's", "0 calls");
    await window.close();
    await running.editor.close();
  });

  test("of a repository, for our own language: it wins, the status says so, and the editor is paused", async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()], assistants: ["completer"], prepare: ({ workspace }) => {
      mkdirSync(join(workspace, ".vscode"));
      writeFileSync(join(workspace, ".vscode/settings.json"), JSON.stringify(both));
    } });
    const window = await openWindow(running.editor);
    await window.quickOpen(".env");
    assert.equal(await language(window), "gatelodge-restricted");
    await statusSays(window, "not enforced");
    assert.deepEqual(await callsHere(window, env), []);
    coverage.row("a repository's settings for [gatelodge-restricted]", "the editor's own pause and command override", "0 calls from then on");
  });
});
