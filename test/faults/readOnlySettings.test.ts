/** A settings.json that nobody can write: the guard stays as far as it needs no setting, and says what it lacks. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync } from "node:fs";
import { after, before, describe, test, type TestContext } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { callsFor } from "../editor/atOnce.ts";
import { language, statusSays } from "../editor/anyDocument.ts";
import { createCoverage } from "../editor/coverage.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { type EditorWindow, openWindow } from "../editor/openWindow.ts";
import { screenshotOnFailure } from "../editor/screenshotOnFailure.ts";
import { waitFor } from "../editor/waitFor.ts";

const coverage = createCoverage("completions", "readOnlySettings", { faults: true });
after(() => coverage.write());
const source = "src/pricing/engine.py";
const noReadOnly = "this file system has no read-only files for root";
const policy = 'version: 1\nclassification:\n  - { id: crown-jewels, label: restricted, paths: ["src/pricing/**"] }\n';

/** Root may write whatever the mode says, except where the file system itself refuses. False: that cannot be had here. */
function setReadOnly(file: string, wanted: boolean): boolean {
  if (process.getuid?.() !== 0) {
    chmodSync(file, wanted ? 0o444 : 0o644);
    return true;
  }
  try {
    execFileSync("chattr", [wanted ? "+i" : "-i", file], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function skipped(context: TestContext, route: string): void {
  coverage.untried(route, noReadOnly);
  context.skip(noReadOnly);
}

describe("a settings.json that is read-only", () => {
  const running: { editor?: Editor; window?: EditorWindow; readOnly?: boolean } = {};
  before(async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()], assistants: ["completer"], policy });
    running.readOnly = setReadOnly(running.editor.settingsFile, true);
    running.window = await openWindow(running.editor);
  });
  after(async () => {
    if (running.readOnly === true) setReadOnly(running.editor!.settingsFile, false);
    await running.editor?.close();
  });
  screenshotOnFailure(() => running.window);

  test("nobody is asked for .env while it is typed into, and the status says why asking cannot be stopped", async (context) => {
    if (running.readOnly !== true) return skipped(context, ".env typed into, settings.json read-only");
    const window = running.window!;
    await window.quickOpen(".env");
    await statusSays(window, "not enforced");
    const status = window.page.locator('[id="gatelodge.gatelodge.status"]');
    assert.match(`${await status.getAttribute("aria-label")} ${await status.locator("a").getAttribute("aria-label")}`, /read-only/);
    assert.equal(await language(window), "gatelodge-restricted");
    window.clearRecords();
    await window.type("abc def");
    assert.deepEqual(await callsFor(window, ".env"), []);
    coverage.baseline(".env typed into, settings.json read-only", "arrives");
    coverage.row(".env typed into, settings.json read-only", "own language", "0 calls");
  });

  test("a restricted source file is taken into our language and stays there", async (context) => {
    if (running.readOnly !== true) return skipped(context, "restricted source file typed into, settings.json read-only");
    const window = running.window!;
    await window.quickOpen(source);
    await waitFor("our language", async () => (await language(window)) === "gatelodge-restricted");
    await callsFor(window, source); // a call that was on its way is still answered
    window.clearRecords();
    await window.type("abc def");
    assert.deepEqual(await callsFor(window, source), []);
    coverage.baseline("restricted source file typed into, settings.json read-only", "arrives");
    coverage.row("restricted source file typed into, settings.json read-only", "language set to ours when it opens", "0 calls from then on");
  });
});
