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

const view = window.page.locator(".part.panel .pane-body", { has: window.page.locator(".tree-explorer-viewlet-tree-view") });
const row = (text: string) => view.locator(".monaco-list-row", { hasText: text }).first();
const scan = () => window.drive(async (vscode) => void (await vscode.commands.executeCommand("gatelodge.scanWorkspace")));
/** Down the list, of which only what is in sight exists, until the line is there. */
const findRow = async (text: string) => {
  await view.hover();
  await waitFor(`the line ${text}`, async () => {
    if ((await row(text).count()) > 0) return true;
    await window.page.mouse.wheel(0, 100);
    return false;
  });
  return row(text);
};

test("nothing of a scan is there before somebody asks for one", async () => {
  assert.equal(await view.count(), 0);
  assert.ok(!existsSync(join(editor.home, ".cache/gatelodge")));
});

test("a scan lists files with their findings, no values, and opens a finding where it is", async () => {
  await scan();
  await waitFor("the result", async () => (await row(".env").count()) > 0);
  const shown = await view.innerText();
  for (const canary of Object.values(editor.canaries)) assert.ok(!shown.includes(canary));
  assert.match(shown, /\d+ findings, \d+ files scanned.*1 file NOT scanned/);
  await window.screenshot("scan of the workspace");
  await (await findRow("Line 4: stripe")).click();
  const selected = await waitFor("the place", () => window.drive((vscode) => {
    const { activeTextEditor } = vscode.window;
    return activeTextEditor?.document.uri.path.endsWith("/src/payments.ts") === true && !activeTextEditor.selection.isEmpty ? activeTextEditor.document.getText(activeTextEditor.selection) : false;
  }));
  assert.equal(selected, editor.canary("payment-key"));
  assert.match(await (await findRow("large.sql")).innerText(), /it is too large/);
  await window.closeEditors();
});

test("a second scan sees what changed", async () => {
  assert.equal(await row("payments.ts").count(), 1);
  writeFileSync(join(editor.workspace, "large.sql"), "");
  writeFileSync(join(editor.workspace, "src/payments.ts"), "export {};\n");
  await scan();
  await waitFor("the new result", async () => /\d+ files scanned\./.test(await view.innerText()));
  // The list is drawn a moment after the message; the file was in sight until now.
  await waitFor("the file to go", async () => (await row("payments.ts").count()) === 0);
});
