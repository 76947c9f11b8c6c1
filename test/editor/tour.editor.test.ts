/**
 * The tour of demo/workspace/README.md, step by step: each sentence of it is true. At the end the whole trip is searched
 * for the workspace's secrets: nothing that we write or show may hold one.
 */
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { startModelServer } from "../../demo/model/server.mjs";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import manifest from "../../package.json" with { type: "json" };
import { activeText, focusPrompt, pasteInto, promptText, readClipboard } from "./clipboardRoutes.ts";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { pause, waitFor } from "./waitFor.ts";

const inRepository = (...parts: string[]) => join(import.meta.dirname, "../..", ...parts);
const model = await startModelServer();
after(() => model.stop());
const editor = await launchEditor({
  extensions: [await buildVsix(), inRepository("demo/assistant")],
  assistants: [],
  policy: readFileSync(inRepository("demo/workspace/gatelodge.yaml"), "utf8"),
  settings: { "gatelodge.notifications": "all" },
  env: { GATELODGE_DEMO_MODEL_URL: model.url },
});
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);

const { page } = window;
const wire = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
const sent = () => JSON.stringify(model.wire());
const statusBar = (text: string) => page.locator(".statusbar-item", { hasText: text }).first().waitFor({ timeout: 15_000 });
const run = (command: string) => window.drive(async (vscode, id) => void (await vscode.commands.executeCommand(id)), command);
// What people see of a notification before it hides: collected on the way.
const shown: string[] = [];
const noteNotifications = async () => void shown.push(...(await page.locator(".notifications-toasts .notification-list-item").allInnerTexts()));
const secrets = () => Object.entries(editor.canaries).filter(([name]) => !name.startsWith("build"));
const namesIn = (text: string) => secrets().filter(([, value]) => text.includes(value)).map(([name]) => name);
/** Everything that is underlined, as the editor holds it. */
const diagnostics = () => window.drive((vscode) => JSON.stringify(vscode.languages.getDiagnostics().map(([uri, found]) => [uri.path.split("/").at(-1), found.filter(({ source }) => source === "Gatelodge" || source === "gatelodge")])));

test("step 1: in an ordinary file the assistant suggests, and the Wire shows the request", async () => {
  await wire.getByText("Nothing has reached the model yet.").waitFor({ timeout: 30_000 });
  await window.quickOpen("src/app.ts");
  await page.keyboard.press("Control+End");
  await window.type("const orders =");
  await page.getByText("await loadOrders();").first().waitFor();
  await wire.getByText("src/app.ts").first().waitFor({ state: "attached" });
  assert.ok(sent().includes(editor.canary("build-id")));
  await window.screenshot("tour-1");
  await page.keyboard.press("Escape");
  await run("workbench.action.files.revert");
});

test("step 2: in .env there is no suggestion and no request, and the status bar says why", async () => {
  const before = model.wire().length;
  await window.quickOpen(".env");
  await page.keyboard.press("Control+End");
  await window.type("NEW_KEY=");
  await window.triggerExplicit();
  await statusBar("restricted: no AI");
  await pause(1000); // the demo assistant asks its model 150 ms after the last key
  assert.equal(model.wire().length, before);
  await window.screenshot("tour-2");
  await run("workbench.action.files.revert");
});

test("step 3: the key in payments.ts is underlined, and what is pasted elsewhere has it masked", async () => {
  await window.quickOpen("src/payments.ts");
  await waitFor("the underline", async () => /payments\.ts",\[\{/.test(await diagnostics()));
  await page.keyboard.press("Control+g");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  await waitFor("line 4", () => window.drive((vscode) => vscode.window.activeTextEditor?.selection.active.line === 3));
  await page.keyboard.press("Control+c");
  await waitFor("the copy", async () => (await readClipboard(window)).includes("paymentKey"));
  await window.screenshot("tour-3");
  const pasted = await pasteInto(window, "src/orders.ts");
  await noteNotifications();
  assert.match(pasted, /paymentKey/);
  assert.ok(!(await activeText(window)).includes(editor.canary("payment-key")));
  await window.screenshot("tour-3b");
  await run("workbench.action.files.revert");
});

test("step 4: confidential code and customers' data say what they are in the status bar", async () => {
  await window.quickOpen("src/pricing/engine.py");
  await statusBar("confidential: no AI");
  await window.screenshot("tour-4");
  await window.quickOpen("customers.csv");
  await statusBar("restricted: no AI");
  await window.closeEditors();
});

test("step 5: a pasted key does not get into the prompt, and what is sent reaches the model without it", async () => {
  await window.quickOpen("src/payments.ts");
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await waitFor("the copy", async () => (await readClipboard(window)).includes("charge"));
  await window.quickOpen("src/app.ts");
  await focusPrompt(window);
  await window.type("@demo what is this key? ");
  // The list of suggestions would take Enter.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+v");
  await waitFor("the prompt", async () => (await promptText(window)).includes("paymentKey"));
  assert.ok(!(await promptText(window)).includes(editor.canary("payment-key")));
  await noteNotifications();
  await page.keyboard.press("Enter");
  await waitFor("the request", () => model.wire().some((request) => JSON.stringify(request).includes("what is this key?")));
  assert.match(sent(), /paymentKey/);
  assert.deepEqual(namesIn(sent()), []);
  await window.screenshot("tour-5");
});

test("pages about all this show no secret", async () => {
  await window.quickOpen(".env");
  for (const command of ["gatelodge.showLedger", "gatelodge.showProblems", "gatelodge.showCoverage", "gatelodge.explainFile"]) {
    if (command === "gatelodge.explainFile") await window.quickOpen(".env");
    await run(command);
    const text = await waitFor(`the page of ${command}`, () => window.drive((vscode) => (vscode.window.activeTextEditor?.document.uri.scheme === "gatelodge" ? vscode.window.activeTextEditor.document.getText() : false)));
    assert.ok(text.length > 20);
    assert.deepEqual(namesIn(text), [], command);
    await window.screenshot(`page-${command}`);
  }
});

test("no secret is in a notification or a diagnostic", async () => {
  assert.ok(shown.length > 0, "the tour has shown notifications");
  assert.deepEqual(namesIn(shown.join("\n")), []);
  const found = await diagnostics();
  assert.match(found, /\.env",\[\{/);
  assert.deepEqual(namesIn(found), []);
});

/** Files below a folder, except what the editor itself keeps of its documents. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)]));
}

test("no secret is in any file that we wrote, nor in the output of the server", async () => {
  const data = join(editor.home, "../data");
  const state = filesBelow(join(editor.home, ".local/state/gatelodge"));
  assert.ok(state.some((file) => file.endsWith("ledger.jsonl")));
  const ours = filesBelow(data).filter((file) => /gatelodge\.gatelodge|settings\.json$|\/logs\//i.test(file));
  assert.deepEqual([...state, ...filesBelow(join(editor.home, ".config")), ...ours].filter((file) => namesIn(readFileSync(file, "utf8")).length > 0), []);
  // The log channel has no file in this code-server and no API to read it, so only the output of the server itself can be searched.
  assert.deepEqual(namesIn(editor.output()), []);
});

test("every declared command is there", async () => {
  const commands = await window.drive(async (vscode) => vscode.commands.getCommands());
  assert.deepEqual(manifest.contributes.commands.map(({ command }) => command).filter((id) => !commands.includes(id)), []);
});
