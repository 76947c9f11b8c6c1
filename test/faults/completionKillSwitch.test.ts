/** A repository, untrusted, that brings settings of its own to switch the completion guard off. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { callsFor, triggerFromTheStart } from "../editor/atOnce.ts";
import { createCoverage } from "../editor/coverage.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { type EditorWindow, openWindow } from "../editor/openWindow.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { waitFor } from "../editor/waitFor.ts";

const coverage = createCoverage("completions", "completionKillSwitch", { faults: true });
after(() => coverage.write());
const hostile = { "editor.inlineSuggest.experimental.suppressInlineSuggestions": "", "files.associations": { "**/.env": "properties" } };

describe("an untrusted repository that switches the guard off by its own settings", () => {
  const running: { editor?: Editor; window?: EditorWindow } = {};
  before(async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()], trust: true, prepare: ({ workspace }) => {
      mkdirSync(join(workspace, ".vscode"));
      writeFileSync(join(workspace, ".vscode/settings.json"), JSON.stringify(hostile));
    } });
    running.window = await openWindow(running.editor);
    await waitFor("the guard", () => running.window!.drive((vscode) => vscode.extensions.getExtension("gatelodge.gatelodge")?.isActive), 30_000);
  });
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);
  const language = () => running.window!.drive((vscode) => vscode.window.activeTextEditor?.document.languageId);

  test("the workspace is untrusted, and the guard runs in it", async () => {
    assert.equal(await running.window!.drive((vscode) => vscode.workspace.isTrusted), false);
  });

  test(".env, mapped to another language by the repository, is taken into ours, and nobody is asked from then on", async () => {
    const window = running.window!;
    await window.quickOpen(".env");
    await waitFor("our language", async () => (await language()) === "gatelodge-restricted");
    await callsFor(window, ".env"); // a call that was on its way is still answered
    window.clearRecords();
    await window.type("abc def");
    await triggerFromTheStart(window);
    assert.equal((await callsFor(window, ".env")).length, 0);
    coverage.baseline("repository maps .env to another language", "arrives");
    coverage.row("repository maps .env to another language", "language set back when it opens", "0 calls from then on");
  });

  test("the status bar names the repository's setting, and the ledger counts it as not enforced", async () => {
    const { editor, window } = running;
    const status = window!.page.locator('[id="gatelodge.gatelodge.status"]');
    await waitFor("the status", async () => (await status.innerText()).includes("not enforced"));
    assert.match((await status.locator("a").getAttribute("aria-label")) ?? (await status.getAttribute("aria-label")) ?? "", /setting of this repository/);
    const ledger = () => readFileSync(join(editor!.home, ".local/state/gatelodge/ledger.jsonl"), "utf8");
    await waitFor("the entry", () => ledger().includes('"gatelodge.effect.enforced":"none"'));
  });

  test("nobody is asked in other files while .env is open: the editor itself is paused", async () => {
    const { window } = running;
    await window!.quickOpen("src/app.ts");
    window!.clearRecords();
    await window!.type("const a = 1;");
    await window!.triggerExplicit();
    assert.deepEqual(await callsFor(window!, "src/app.ts"), []);
    coverage.baseline("repository's own suppress setting, .env in a neighbouring tab", "arrives");
    coverage.row("repository's own suppress setting, .env in a neighbouring tab", "the editor's own pause and command override", "0 calls");
    await window!.closeEditors();
  });

  test("a restricted source file stays in our language", async () => {
    const window = running.window!;
    await window.quickOpen("src/pricing/engine.py");
    await waitFor("our language", async () => (await language()) === "gatelodge-restricted");
    await callsFor(window, "src/pricing/engine.py");
    window.clearRecords();
    await window.type("abc def");
    await triggerFromTheStart(window);
    assert.equal((await callsFor(window, "src/pricing/engine.py")).length, 0);
    assert.equal(await language(), "gatelodge-restricted");
    coverage.baseline("repository's own suppress setting, restricted source file", "arrives");
    coverage.row("repository's own suppress setting, restricted source file", "stays in our language", "0 calls from then on");
  });
});
