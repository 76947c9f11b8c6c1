/** Findings that are known, in a real editor: comments, the baseline made and reviewed, a rule turned down. What assistants see stays. */
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const likely = `sq0${"csp-"}kV3rT8mXq0ZcWb5yLh2JnPd7SgUfAe1RoKi9MtQxEvY`;
const editor = await launchEditor({
  extensions: [await buildVsix()],
  prepare: ({ workspace }) => {
    writeFileSync(join(workspace, "known.py"), `one = "${likely}"  # gitleaks:allow\n`);
    writeFileSync(join(workspace, "shown.py"), `two = "${likely}"\n`);
  },
});
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);
const { page } = window;

const [warning, hint] = [1, 3];
const baseline = join(editor.workspace, ".gatelodge-baseline.json");
const command = (id: string) => window.drive((vscode, name) => void vscode.commands.executeCommand(name), id);
/** Severities and texts of what the editor says about a file that is open. */
const problems = (name: string) => window.drive((vscode, end) => vscode.languages.getDiagnostics().filter(([uri]) => uri.path.endsWith(`/${end}`)).flatMap(([, all]) => all.map(({ severity, message }) => ({ severity, message }))), name);
const waitForSeverity = (name: string, severity: number) => waitFor(`${name} at ${severity}`, async () => (await problems(name)).find((problem) => problem.severity === severity) ?? false);
const open = (name: string) => window.drive(async (vscode, file) => void (await vscode.window.showTextDocument(vscode.Uri.file(file), { preview: false, selection: new vscode.Range(0, 10, 0, 10) })), join(editor.workspace, name));
const press = (text: string) => page.locator(".monaco-dialog-box .monaco-button").filter({ hasText: text }).click();
const quickInput = (title: string) => page.locator(".quick-input-widget .quick-input-title").filter({ hasText: title }).waitFor();

test("a comment makes a hint of a finding, which says why and is counted in the explanation", async () => {
  await open("shown.py");
  await waitForSeverity("shown.py", warning);
  await open("known.py");
  const known = await waitForSeverity("known.py", hint);
  assert.match(known.message, /A comment here says that it is known; for assistants that changes nothing/);
  await command("gatelodge.explainFile");
  const page_ = await waitFor("the explanation", () => window.drive((vscode) => vscode.window.activeTextEditor?.document.uri.scheme === "gatelodge" && vscode.window.activeTextEditor.document.getText()));
  assert.match(page_, /1 finding is only a hint: 1 by a comment/);
});

test("a baseline is made after a yes, makes hints of what it holds, and has no value in it", async () => {
  await open("shown.py");
  await command("gatelodge.makeBaseline");
  await press("Write the Baseline");
  await waitFor("the file", () => existsSync(baseline));
  for (const value of [likely, ...Object.values(editor.canaries)]) assert.ok(!readFileSync(baseline, "utf8").includes(value));
  assert.match((await waitForSeverity("shown.py", hint)).message, /It is in the repository's baseline/);
});

test("what a review unticks is dropped and shown again", async () => {
  await command("gatelodge.reviewBaseline");
  await quickInput("is still accepted?");
  await window.screenshot("review of the baseline");
  await page.keyboard.type("shown.py");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "shown.py" }).locator("input[type=checkbox], .monaco-checkbox").first().click();
  await page.locator(".quick-input-action .monaco-button, .quick-input-widget .monaco-button").filter({ hasText: "OK" }).first().click();
  await quickInput("without a reason");
  await page.keyboard.type("of the demo");
  await page.keyboard.press("Enter");
  await waitForSeverity("shown.py", warning);
  const text = readFileSync(baseline, "utf8");
  assert.ok(!text.includes("shown.py") && text.includes("of the demo"));
});

test("a rule is turned down with a reason in my policy", async () => {
  await open("shown.py");
  await command("gatelodge.quietRule");
  await quickInput("down where?");
  await page.keyboard.type("For me");
  await page.keyboard.press("Enter");
  await quickInput("no problem here?");
  await page.keyboard.type("only made-up keys");
  await page.keyboard.press("Enter");
  assert.match((await waitForSeverity("shown.py", hint)).message, /This rule is turned down/);
  assert.match(readFileSync(join(editor.home, ".config/gatelodge/policy.yaml"), "utf8"), /quiet:\n\s+- id: square[\w-]*\n\s+reason: only made-up keys/);
});
