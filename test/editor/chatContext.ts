/** Files and selections on their way into the chat: named, attached, taken along by themselves, handed over by commands. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attachments, chatPrompts, fromExplorerMenu, lastPromptNumber, promptText, writePrompt } from "./chatRoutes.ts";
import type { createCoverage } from "./coverage.ts";
import type { Editor } from "./launchEditor.ts";
import type { EditorWindow } from "./openWindow.ts";
import { hasReached } from "./records.ts";
import { pause, waitFor } from "./waitFor.ts";

export interface Running { editor?: Editor; window?: EditorWindow }
export const together = (running: Running) => ({ editor: running.editor!, window: running.window! });
export interface Coverages { readonly chat: ReturnType<typeof createCoverage>; readonly commands: ReturnType<typeof createCoverage> }
// "Nothing happened" has no sign of its own; a prompt that passes arrives after some 200 ms.
export const settle = () => pause(700);

/** Sends a harmless prompt and gives what travelled with it. */
export async function sendAndSee(window: EditorWindow) {
  await writePrompt(window, "@gather look");
  window.clearRecords();
  await window.page.keyboard.press("Enter");
  return waitFor("the prompt", () => window.recordsOf("chat").at(0));
}

export const command = (id: string, ...args: readonly unknown[]) => ({ drive }: EditorWindow) => drive(async (vscode, name, values) => void (await vscode.commands.executeCommand(name, ...values)), id, args);

export function contextWithout(running: Running, { chat, commands }: Coverages): void {
  test("a file attached from the explorer travels with the prompt", async () => {
    const { editor, window } = together(running);
    await fromExplorerMenu(window, ".env", "Add File to Chat");
    await waitFor("the chip", async () => (await attachments(window)).includes(".env"));
    assert.ok(hasReached([await sendAndSee(window)], editor.canary("aws-access-key")));
    chat.baseline("explorer: Add File to Chat", "arrives");
  });

  test("a file attached from the search results is there", async () => {
    const { window } = together(running);
    await attachFromSearch(window);
    await waitFor("the chip", async () => (await attachments(window)).includes("app.ts"));
    await sendAndSee(window);
    chat.baseline("search results: Add File to Chat", "arrives");
  });

  test("the file in front travels by itself", async () => {
    const { editor, window } = together(running);
    await window.quickOpen(".env");
    await window.page.keyboard.press("Control+a");
    await pause(800); // the editor collects the implicit context half a second after the selection
    const { references } = await sendAndSee(window);
    assert.ok(JSON.stringify(references).includes(editor.canary("aws-access-key")));
    chat.baseline("implicit context: the file in front", "arrives");
    await window.closeEditors();
  });

  test("code opens the chat with a question, and it is sent", async () => {
    const { editor, window } = together(running);
    window.clearRecords();
    await command("workbench.action.chat.open", { query: `@gather opened ${editor.canary("aws-access-key")}` })(window);
    await waitFor("the question", () => chatPrompts(window)[0]?.includes(editor.canary("aws-access-key")));
    commands.baseline("another extension: chat.open with a question", "arrives");
  });

  for (const { route, start, sign } of editorCommands) test(`${route} opens on .env`, async () => {
    const { window } = together(running);
    await window.quickOpen(".env");
    const before = await sign(window);
    await start(window);
    await waitFor("the command's sign", async () => (await sign(window)) > before);
    commands.baseline(route, "opens");
    await escape(window);
    await window.closeEditors();
  });
}

/** A diagnostic stands on the first line, as ours do, and the person asks an assistant to fix it. */
async function fixDiagnostic(window: EditorWindow): Promise<void> {
  await window.drive(async (vscode) => {
    const editor = vscode.window.activeTextEditor!;
    const range = new vscode.Range(0, 0, 0, 5);
    vscode.languages.createDiagnosticCollection(`test ${Date.now()}`).set(editor.document.uri, [new vscode.Diagnostic(range, "A finding")]);
    editor.selection = new vscode.Selection(range.start, range.end);
  });
  await pause(300); // the editor has to hear of both
  await command("inlineChat.fixDiagnostics")(window);
}

/** Out of a dialog, then out of the inline chat. */
export async function escape({ page }: EditorWindow): Promise<void> {
  await page.keyboard.press("Escape");
  await page.locator(".monaco-dialog-box").waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
}

/** `sign` grows when the command got through. Signed out, the editor asks for an account the moment a fix is sent. */
const editorCommands: readonly { readonly route: string; readonly start: (window: EditorWindow) => Promise<unknown>; readonly sign: (window: EditorWindow) => Promise<number> }[] = [
  { route: "inline chat, Ctrl+I in a restricted file", start: ({ page }) => page.keyboard.press("Control+i"), sign: lastPromptNumber },
  { route: "AI fix of a diagnostic in a restricted file", start: fixDiagnostic, sign: ({ page }) => page.locator(".monaco-dialog-box").count() },
];

/** From the list of search results: the menu's arguments are the window's own objects, which no extension can be given. */
async function attachFromSearch(window: EditorWindow): Promise<void> {
  await command("workbench.action.findInFiles", { query: "Welcome back", triggerSearch: true })(window);
  const row = window.page.locator(".search-view .monaco-list-row").filter({ hasText: "app.ts" }).first();
  await row.waitFor({ timeout: 10_000 });
  await row.click({ button: "right" });
  const entry = window.page.locator(".monaco-menu .action-label").filter({ hasText: /^Add File to Chat$/ }).first();
  await entry.waitFor({ timeout: 5000 });
  await pause(150);
  await entry.click();
}

export function contextWith(running: Running, { chat, commands }: Coverages): void {
  test("prompts that name a restricted file are stopped, whichever way they name it", async () => {
    const { window } = together(running);
    window.clearRecords();
    for (const name of ["#file:.env", "#.env", "@.env", "#engine.py", "#file:src/pricing/engine.py", "#engine"]) {
      await writePrompt(window, `@gather what is in ${name}`);
      await window.page.keyboard.press("Enter");
      await pause(250); // a prompt that passes has left the input by then
      assert.equal(await promptText(window), `@gather what is in ${name}`);
    }
    await settle();
    assert.deepEqual(chatPrompts(window), []);
    chat.baseline("prompt that names a restricted file", "its name arrives");
    chat.row("prompt that names a restricted file", "keybinding; names looked up in the workspace", "refused");
    await writePrompt(window, "@gather what is in #orders.ts");
    await window.page.keyboard.press("Enter");
    await waitFor("the prompt that names a plain file", () => chatPrompts(window).length > 0);
  });

  test("attaching from the explorer is refused for a restricted file, and passes for a plain one", async () => {
    const { editor, window } = together(running);
    await fromExplorerMenu(window, ".env", "Add File to Chat");
    await settle();
    assert.equal(await attachments(window), "");
    // Restricted by what it holds: columns of people, and rows.
    await fromExplorerMenu(window, "customers.csv", "Add File to Chat");
    await settle();
    assert.equal(await attachments(window), "");
    await fromExplorerMenu(window, "README.md", "Add File to Chat");
    await waitFor("the chip", async () => (await attachments(window)).includes("README.md"));
    const record = await sendAndSee(window);
    assert.ok(record.references.some(({ uri }) => uri?.endsWith("/README.md")));
    assert.ok(!JSON.stringify(record.references).includes(editor.canary("aws-access-key")));
    chat.row("explorer: Add File to Chat", "core command override", "refused");
  });

  test("attaching from the search results does nothing, for a plain file neither", async () => {
    const { window } = together(running);
    await attachFromSearch(window);
    await settle();
    assert.equal(await attachments(window), "");
    chat.row("search results: Add File to Chat", "core command override; no extension can be given the results' own objects, so nothing is attached from there: the explorer, the tab and the editor attach a plain file", "refused, whichever file");
  });

  test("a prompt sent the moment a restricted file is shown waits until nothing travels by itself", async () => {
    const { window } = together(running);
    await writePrompt(window, "@gather at once");
    window.clearRecords();
    await window.drive(async (vscode) => {
      const [uri] = await vscode.workspace.findFiles(".env");
      await vscode.window.showTextDocument(uri!, { preserveFocus: true, selection: new vscode.Range(0, 0, 9, 0) });
    });
    await window.page.keyboard.press("Enter");
    const record = await waitFor("the prompt", () => window.recordsOf("chat").at(0));
    assert.deepEqual(record.references, []);
    await window.closeEditors();
  });

  test("while a restricted file is shown nothing travels by itself; afterwards the setting is as it was", async () => {
    const { window } = together(running);
    const setting = () => window.drive((vscode) => JSON.stringify(vscode.workspace.getConfiguration("chat").inspect("implicitContext.enabled")?.globalValue ?? null));
    await waitFor("the setting as the user left it", async () => (await setting()) === "null");
    const milliseconds = await window.drive(async (vscode) => {
      const [uri] = await vscode.workspace.findFiles(".env");
      const start = Date.now();
      await vscode.window.showTextDocument(uri!);
      while (vscode.workspace.getConfiguration("chat").get<{ panel?: string }>("implicitContext.enabled")?.panel !== "never" && Date.now() - start < 10_000) await new Promise((resolve) => setTimeout(resolve, 5));
      return Date.now() - start;
    });
    assert.ok(milliseconds < 10_000);
    await window.page.keyboard.press("Control+a");
    await pause(800); // as without Gatelodge
    assert.deepEqual((await sendAndSee(window)).references, []);
    chat.row("implicit context: the file in front", "setting, which the prompt waits for", `does not travel; off within ${milliseconds} ms`);
    // As "Restore Settings" does, or a person by hand: looked at every five seconds.
    await window.drive(async (vscode) => {
      await vscode.workspace.getConfiguration("chat").update("implicitContext.enabled", undefined, vscode.ConfigurationTarget.Global);
    });
    await waitFor("the setting once more", async () => (await setting()).includes("never"), 8000);
    await window.closeEditors();
    await waitFor("the setting as before", async () => (await setting()) === "null");
  });

  test("where a repository turns the implicit context on, no prompt is sent while a restricted file is shown", async () => {
    const { window } = together(running);
    const set = (panel: string | undefined) => window.drive(async (vscode, to) => {
      await vscode.workspace.getConfiguration("chat").update("implicitContext.enabled", to === null ? undefined : { panel: to }, vscode.ConfigurationTarget.Workspace);
    }, panel ?? null);
    await set("always");
    await window.quickOpen(".env");
    await writePrompt(window, "@gather anyway");
    window.clearRecords();
    await window.page.keyboard.press("Enter");
    await window.page.getByText(/Not sent: it would take .env along/).first().waitFor();
    await settle();
    assert.deepEqual(chatPrompts(window), []);
    await window.closeEditors();
    await set(undefined);
  });

  test("a question that code sends is stopped, and stands in the chat without the secret; a clean one is sent", async () => {
    const { editor, window } = together(running);
    window.clearRecords();
    await command("workbench.action.chat.open", { query: `@gather opened ${editor.canary("aws-access-key")}` })(window);
    await waitFor("the redacted draft", async () => (await promptText(window)).includes("opened [REDACTED:"));
    await settle();
    assert.deepEqual(chatPrompts(window), []);
    await command("workbench.action.chat.open", { query: "@gather opened clean" })(window);
    await waitFor("the clean question", () => chatPrompts(window)[0]?.includes("opened clean"));
    commands.row("another extension: chat.open with a question", "core command override", "redacted, not sent");
  });

  for (const { route, start, sign } of editorCommands) test(`${route} is refused, and works in a plain file`, async () => {
    const { window } = together(running);
    await window.quickOpen(".env");
    const before = await sign(window);
    await start(window);
    await settle();
    assert.equal(await sign(window), before);
    commands.row(route, "core command override while the file is active", "refused");
    await window.closeEditors();
    await window.quickOpen("src/orders.ts");
    await start(window);
    await waitFor("the command's sign", async () => (await sign(window)) > before);
    await escape(window);
    await window.closeEditors();
  });
}
