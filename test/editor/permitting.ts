/** A person permits a file for a while, as one does: duration, reason, and the modal question. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Editor } from "./launchEditor.ts";
import type { EditorWindow } from "./openWindow.ts";

/** Permits the file in front for the shortest time on offer. */
export async function permitInFront({ page, drive }: EditorWindow): Promise<void> {
  // Not awaited: the command ends with the last answer.
  await drive((vscode) => void vscode.commands.executeCommand("gatelodge.allowFile"));
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "5 minutes" }).first().click();
  await page.locator(".quick-input-widget", { hasText: "Kept in the local ledger" }).locator("input:visible").last().fill("needed for the test");
  await page.keyboard.press("Enter");
  await page.locator(".monaco-dialog-box .monaco-button", { hasText: "Allow" }).click();
  await page.locator(".quick-input-widget", { hasText: "Why?" }).first().waitFor();
  await page.keyboard.press("Escape");
  await drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup")));
}

/** Lets all permissions end after so many milliseconds, as if so much less of their time were left. */
export function endPermissions(editor: Editor, milliseconds: number): void {
  const file = join(editor.home, ".local/state/gatelodge/grants.json");
  const grants = JSON.parse(readFileSync(file, "utf8")) as { until: number }[];
  writeFileSync(file, JSON.stringify(grants.map((grant) => ({ ...grant, until: Date.now() + milliseconds }))));
}
