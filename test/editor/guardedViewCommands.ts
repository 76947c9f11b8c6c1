/** What commands and copies do while a file is in front in the guarded view, where there is no text document to ask about. */
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pasteInto, readClipboard, settle, writeClipboard } from "./clipboardRoutes.ts";
import type { createCoverage } from "./coverage.ts";
import type { createGuardedViewPage } from "./guardedViewPage.ts";
import type { Editor } from "./launchEditor.ts";
import type { EditorWindow } from "./openWindow.ts";
import { permitInFront } from "./permitting.ts";
import { pause, waitFor } from "./waitFor.ts";

interface InFront {
  readonly editor: () => Editor;
  readonly window: () => EditorWindow;
  readonly openGuarded: () => Promise<void>;
  readonly page: ReturnType<typeof createGuardedViewPage>;
  readonly clipboard: ReturnType<typeof createCoverage>;
}

export const copiedValue = "value copied out of the guarded view";

export function commandsInFront({ editor, window, openGuarded, page: { row, press, view, isDirty }, clipboard }: InFront): void {
  const key = () => editor().canary("aws-access-key");
  const policyFile = () => join(editor().home, ".config/gatelodge/policy.yaml");
  const select = async () => {
    await openGuarded();
    await writeClipboard(window(), "untouched");
    await press("Reveal AWS_ACCESS_KEY_ID");
    await row("AWS_ACCESS_KEY_ID").getByText(key()).dblclick();
  };

  test("a revealed value that is copied keeps the label of its file", async () => {
    await select();
    await window().page.keyboard.press("Control+c");
    await waitFor("the copy", async () => (await readClipboard(window())) === key());
    assert.ok(!(await pasteInto(window(), "src/app.ts")).includes(key()));
    await window().closeEditors();
  });

  test("a value that is cut out of its field is in the clipboard and no longer in the field", async () => {
    await openGuarded();
    await press("Edit AWS_ACCESS_KEY_ID");
    await view().locator("textarea").press("Control+a");
    await view().locator("textarea").press("Control+x");
    await waitFor("the cut", async () => (await readClipboard(window())) === key() && (await view().locator("textarea").inputValue()) === "");
    await view().locator("textarea").press("Escape");
    assert.equal(await isDirty(), false);
    await window().closeEditors();
  });

  test("where the policy refuses copies, neither key nor the browser's own command copies a revealed value", async () => {
    const before = readFileSync(policyFile(), "utf8");
    writeFileSync(policyFile(), `${before}rules:\n  - { id: no-copy, when: { aboveCeiling: true }, channels: [clipboard], effect: block, reason: "Restricted files stay here." }\n`);
    await pause(200); // the policy is looked at again after 100 ms
    await select();
    await window().page.keyboard.press("Control+c");
    await settle();
    assert.equal(await readClipboard(window()), "untouched");
    await view().locator("body").evaluate("void document.execCommand('copy')");
    await settle();
    assert.equal(await readClipboard(window()), "untouched");
    await press("Edit AWS_ACCESS_KEY_ID");
    await view().locator("textarea").press("Control+a");
    await view().locator("textarea").press("Control+x");
    await settle();
    assert.deepEqual([await readClipboard(window()), await view().locator("textarea").inputValue()], ["untouched", key()]);
    await view().locator("textarea").press("Escape");
    clipboard.row(copiedValue, "the view's own copy event, judged like any copy", "refused");
    await window().closeEditors();
    writeFileSync(policyFile(), before);
    await pause(200);
  });

  test("explaining and allowing are about the file in the view", async () => {
    await openGuarded();
    await window().drive(async (vscode) => void (await vscode.commands.executeCommand("gatelodge.explainFile")));
    await waitFor("the explanation", () => window().drive((vscode) => vscode.workspace.textDocuments.some((document) => document.uri.scheme === "gatelodge" && document.getText().includes("# .env is restricted"))));
    await window().closeEditors();
    await openGuarded();
    await permitInFront(window());
    const grants = join(editor().home, ".local/state/gatelodge/grants.json");
    assert.match(readFileSync(grants, "utf8"), /"path":"[^"]*\/\.env"/);
    rmSync(grants);
    await window().closeEditors();
  });
}
