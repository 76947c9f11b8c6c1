/** The user's settings when an editor dies with the completion lever on, and when they cannot be written. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { suppressKey } from "../../src/core/settingsRecord.ts";
import { callsFor, triggerFromTheStart } from "../editor/atOnce.ts";
import { createCoverage } from "../editor/coverage.ts";
import { type Editor, launchEditor } from "../editor/launchEditor.ts";
import { openWindow } from "../editor/openWindow.ts";
import { waitFor } from "../editor/waitFor.ts";

const coverage = createCoverage("completions", "completionSettings", { faults: true });
after(() => coverage.write());
const own = { [suppressKey]: "my.own", "files.associations": { "*.mine": "json" } };

describe("an extension host that is killed while the lever is on", () => {
  const running: { editor?: Editor } = {};
  // While the editor writes the file, it is empty for a moment.
  const settings = () => JSON.parse(readFileSync(running.editor!.settingsFile, "utf8") || "{}") as Record<string, unknown>;
  before(async () => {
    running.editor = await launchEditor({ extensions: [await buildVsix()], settings: own });
  });
  after(() => running.editor?.close());

  test("leaves ids behind that the next start takes out; the user's own stay", async () => {
    const editor = running.editor!;
    const first = await openWindow(editor);
    await first.quickOpen(".env");
    await waitFor("the lever", () => String(settings()[suppressKey]).includes("gatelodge-test.completer"));
    assert.match(String(settings()[suppressKey]), /^my\.own,/);
    const pid = Number(await first.drive("return process.pid"));
    process.kill(pid, "SIGKILL");
    await first.close();
    assert.ok(String(settings()[suppressKey]).includes("gatelodge-test.completer"));
    const second = await openWindow(editor);
    await waitFor("the repair", () => settings()[suppressKey] === "my.own", 30_000);
    assert.deepEqual(settings()["files.associations"], { "*.mine": "json" });
    await second.quickOpen(".env");
    await waitFor("the lever", () => String(settings()[suppressKey]).includes("gatelodge-test.completer"));
    await second.close();
  });

  test("the uninstall program takes out all the rest", async () => {
    const editor = running.editor!;
    execFileSync(process.execPath, [join(import.meta.dirname, "../../dist/uninstall.cjs")], { env: { ...process.env, HOME: editor.home } });
    assert.equal(settings()[suppressKey], "my.own");
    assert.deepEqual(settings()["files.associations"], { "*.mine": "json" });
    assert.equal(settings()["[gatelodge-restricted]"], undefined);
  });

  test("a settings.json with an error: .env stays in our language, and the status says why", async () => {
    const editor = running.editor!;
    writeFileSync(editor.settingsFile, '{ "files.autoSave": "off", "a": ');
    const window = await openWindow(editor);
    await window.quickOpen(".env");
    const status = window.page.locator('[id="gatelodge.gatelodge.status"]');
    await waitFor("the status", async () => (await status.innerText()).includes("not enforced"));
    window.clearRecords();
    await window.type("abc def");
    await triggerFromTheStart(window);
    const calls = await callsFor(window, ".env");
    // The settings stop by provider, and the test assistant is in no catalogue: its id could not be written. The command is stopped for all.
    assert.deepEqual(calls, []);
    for (const route of [".env typed into, settings.json broken", ".env, asking an assistant that is in no catalogue, settings.json broken"]) coverage.baseline(route, "arrives");
    coverage.row(".env typed into, settings.json broken", "own language", "0 calls");
    coverage.row(".env, asking an assistant that is in no catalogue, settings.json broken", "command override", "0 calls");
    assert.equal(await window.drive((vscode) => vscode.window.activeTextEditor?.document.languageId), "gatelodge-restricted");
  });
});
