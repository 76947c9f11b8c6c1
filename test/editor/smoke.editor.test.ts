/** Without Gatelodge everything reaches an assistant: the baseline that makes the absence of a canary mean something. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { hasReached } from "./records.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const editor = await launchEditor();
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);

test("the completer is called for a plain file, and its canary arrives", async () => {
  await window.quickOpen("src/app.ts");
  window.clearRecords();
  await window.type("const total = ");
  const call = await waitFor("a completion call", () => window.recordsOf("completion").at(0));
  assert.equal(call.trigger, "automatic");
  assert.equal(call.language, "typescript");
  assert.ok(hasReached([call], editor.canary("build-id")));
  await window.closeEditors();
});

test("an explicit trigger in .env is answered, with the secret", async () => {
  await window.quickOpen(".env");
  window.clearRecords();
  await window.triggerExplicit();
  const call = await waitFor("a completion call", () => window.recordsOf("completion").find((record) => record.uri.endsWith("/.env")));
  assert.equal(call.trigger, "explicit");
  assert.ok(hasReached([call], editor.canary("aws-access-key")));
  await window.closeEditors();
});

test("the gatherer gets active file, selection and clipboard", async () => {
  await window.quickOpen("src/payments.ts");
  await window.page.keyboard.press("Control+a");
  await window.page.keyboard.press("Control+c");
  await waitFor("the selection", () => window.drive((vscode) => vscode.window.activeTextEditor?.selection.isEmpty === false));
  window.clearRecords();
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("gatelodgeTest.gather")));
  const gathered = await waitFor("the gathered context", () => window.recordsOf("command").at(0));
  const canary = editor.canary("payment-key");
  assert.ok(gathered.active?.text.includes(canary), "active file");
  assert.ok(gathered.selection.includes(canary), "selection");
  assert.ok(gathered.clipboard.includes(canary), "clipboard");
  await window.closeEditors();
});

test("a prompt and its attachments reach a chat participant", async () => {
  await window.quickOpen("src/payments.ts");
  window.clearRecords();
  await window.sendChat("@gather what is the session id 4711?");
  const chat = await waitFor("the chat request", () => window.recordsOf("chat").at(0));
  assert.match(chat.prompt, /4711/);
  assert.ok(hasReached([chat], editor.canary("payment-key")));
  await window.closeEditors();
});

test("a file that is in front from the start reaches the completer", async () => {
  const early = await openWindow(editor, { openFile: "src/app.ts" });
  await early.page.locator(".monaco-editor .view-line").first().click();
  await early.type("// early");
  const call = await waitFor("a completion call", () => early.recordsOf("completion").at(0));
  assert.ok(call.uri.endsWith("/src/app.ts"));
  await early.close();
});
