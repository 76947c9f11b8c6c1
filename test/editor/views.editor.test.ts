/** What Gatelodge shows of itself in a real editor: marks in the explorer and on tabs, and the coverage view. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const editor = await launchEditor({ extensions: [await buildVsix()] });
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);

/** What a row of the explorer says to a mouse and a screen reader. */
const rowText = async (name: string) => {
  const row = window.page.locator(".explorer-folders-view .monaco-list-row").filter({ has: window.page.getByText(name, { exact: true }) }).first();
  return (await row.count()) === 0 ? "" : `${await row.getAttribute("aria-label")} ${await row.locator(".monaco-icon-label").getAttribute("aria-label")}`;
};
const tabText = async (name: string) => (await window.page.locator(".tabs-container .tab", { hasText: name }).first().locator(".monaco-icon-label").getAttribute("aria-label")) ?? "";
/** The page's text comes a moment after its tab when it was shown before. */
const showPage = async (words: string) => {
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("gatelodge.showCoverage")));
  return waitFor("the coverage view", () => window.drive((vscode, expected) => {
    const document = vscode.window.activeTextEditor?.document;
    return document?.uri.scheme === "gatelodge" && document.getText().includes(expected) ? document.getText() : false;
  }, words));
};
const setting = (name: string, value: unknown) => window.drive(async (vscode, key, to) => vscode.workspace.getConfiguration().update(key, to, vscode.ConfigurationTarget.Global), name, value);

test("classified files are marked in the explorer and on their tab, others are not", async () => {
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.view.explorer")));
  await waitFor("the mark of .env", async () => /restricted: assistants may not see this/.test(await rowText(".env")));
  assert.doesNotMatch(await rowText(".env.example"), /restricted/);
  assert.doesNotMatch(await rowText("README.md"), /assistants/);
  await window.quickOpen(".env");
  await waitFor("the mark on the tab", async () => /restricted: assistants may not see this/.test(await tabText(".env")));
  await window.screenshot("decorations");
  await window.closeEditors();
});

test("a policy that changes on disk is seen in the explorer, and the setting takes the marks away", async () => {
  const folder = join(editor.home, ".config/gatelodge");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "policy.yaml"), "version: 1\nclassification:\n  - { id: people, label: confidential, paths: [customers.csv] }\n");
  await waitFor("the mark of customers.csv", async () => /confidential: .*only local assistants/.test(await rowText("customers.csv")));
  await setting("gatelodge.decorations", false);
  await waitFor("no mark", async () => !/assistants/.test(`${await rowText("customers.csv")}${await rowText(".env")}`));
  await setting("gatelodge.decorations", true);
  await waitFor("the mark again", async () => /restricted/.test(await rowText(".env")));
});

test("a policy file that breaks is told in the status bar and its menu, though it is not open, until it is whole again", async () => {
  const file = join(editor.workspace, "gatelodge.yaml");
  const whole = readFileSync(file, "utf8");
  const status = window.page.locator('[id="gatelodge.gatelodge.status"]');
  const isTold = async () => (await status.locator(".codicon-alert").count()) > 0;
  await window.quickOpen("src/app.ts");
  assert.equal(await isTold(), false);
  writeFileSync(file, "version: 1\nname: shop\nname: again\n");
  await waitFor("the sign", isTold);
  assert.match((await status.locator("[aria-label]").first().getAttribute("aria-label")) ?? "", /A policy file does not hold as it is written/);
  await status.click();
  const line = window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Policy problems: 1" });
  await line.waitFor();
  assert.match(await line.innerText(), /broken: repository policy, gatelodge\.yaml, line 3/);
  await window.screenshot("broken policy in the menu");
  await window.page.keyboard.press("Escape");
  writeFileSync(file, whole);
  await waitFor("no sign", async () => !(await isTold()));
  await window.closeEditors();
});

test("the coverage view names the levers, and what is switched off by whom", async () => {
  const before = await showPage("is enforced");
  assert.match(before, /\*self-tested\*: Ctrl\+C/);
  assert.match(before, /\*no lever\*: terminal copy/);
  assert.doesNotMatch(before, /\*\*switched off\*\*:/);
  await window.closeEditors();
  mkdirSync(join(editor.workspace, ".vscode"), { recursive: true });
  writeFileSync(join(editor.workspace, ".vscode/settings.json"), JSON.stringify({ "editor.inlineSuggest.experimental.suppressInlineSuggestions": "none", "editor.pasteAs.enabled": false }));
  await waitFor("the repository's settings", () => window.drive((vscode) => vscode.workspace.getConfiguration("editor").get("pasteAs.enabled") === false));
  const page = await showPage("**switched off**: this repository sets editor.inlineSuggest");
  assert.match(page, /\*\*switched off\*\*: editor\.pasteAs\.enabled is off/);
  for (const secret of [...Object.values(editor.canaries), editor.home, editor.workspace]) assert.ok(!page.includes(secret));
  await window.screenshot("coverage view");
  await window.closeEditors();
});
