/** The scan of the workspace in a real editor: its view names places and kinds, opens them, and tells what was not scanned. */
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const editor = await launchEditor({ extensions: [await buildVsix()], prepare: ({ workspace }) => writeFileSync(join(workspace, "large.sql"), "insert into people values (1);\n".repeat(700_000)) });
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);

const view = window.page.locator(".pane", { has: window.page.locator(".pane-header", { hasText: "Gatelodge: Scan" }) });
const row = (text: string) => view.locator(".monaco-list-row", { hasText: text }).first();

test("nothing of a scan is there before somebody asks for one", async () => {
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.view.explorer")));
  await waitFor("the explorer", async () => (await window.page.locator(".explorer-folders-view .monaco-list-row").count()) > 0);
  assert.equal(await view.count(), 0);
  assert.ok(!existsSync(join(editor.home, ".cache/gatelodge")));
});

test("a scan lists files with their findings, no values, and opens a finding where it is", async () => {
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("gatelodge.scanWorkspace")));
  await waitFor("the result", async () => (await row("payments.ts").count()) > 0);
  const shown = await view.innerText();
  for (const canary of Object.values(editor.canaries)) assert.ok(!shown.includes(canary));
  assert.match(shown, /\d+ findings, \d+ files scanned.*1 files NOT scanned/);
  await row("Line 4").click();
  const selected = await waitFor("the place", () => window.drive((vscode) => {
    const { activeTextEditor } = vscode.window;
    return activeTextEditor?.document.uri.path.endsWith("/src/payments.ts") === true && !activeTextEditor.selection.isEmpty ? activeTextEditor.document.getText(activeTextEditor.selection) : false;
  }));
  assert.equal(selected, editor.canary("payment-key"));
  await window.screenshot("scan of the workspace");
  await row("Not scanned").click();
  await window.page.keyboard.press("End");
  await waitFor("what was not scanned", async () => (await row("large.sql").count()) > 0);
  assert.match(await row("large.sql").innerText(), /it is too large/);
  await window.closeEditors();
});

test("a second scan sees what changed", async () => {
  writeFileSync(join(editor.workspace, "large.sql"), "");
  writeFileSync(join(editor.workspace, "src/payments.ts"), "export {};\n");
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("gatelodge.scanWorkspace")));
  await waitFor("the new result", async () => !/NOT scanned/.test(await view.innerText()) && (await row("payments.ts").count()) === 0);
});
