/** What another extension, or a command without arguments, hands to the chat. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { command, escape, sendAndSee, settle, together, type Coverages, type Running } from "./chatContext.ts";
import { attachments, chatPrompts, promptText, writePrompt } from "./chatRoutes.ts";
import type { EditorWindow } from "./openWindow.ts";
import { waitFor } from "./waitFor.ts";

async function attachByName(window: EditorWindow, name: string): Promise<void> {
  await writePrompt(window, "attach"); // a file goes to the chat that had the focus last
  await window.drive(async (vscode, glob) => {
    const [uri] = await vscode.workspace.findFiles(glob);
    await vscode.commands.executeCommand("workbench.action.chat.attachFile", uri);
  }, name);
}
const madeUp = (text: string) => ({ query: "", isPartialQuery: true, previousRequests: [{ request: `before ${text}`, response: "I see" }] });
const inConversation = ({ page }: EditorWindow, text: string) => page.locator(".interactive-session .interactive-list").first().innerText().then((shown) => shown.includes(text));
const dialog = ({ page }: EditorWindow) => page.locator(".monaco-dialog-box");
const inlineWith = (message: string) => command("inlineChat.start", { message, autoSend: true });
const routes = {
  closed: "attach command: a closed file with a secret in it",
  madeUp: "another extension: chat.open with a made-up conversation",
  inline: "another extension: inlineChat.start with a message",
  newChat: "another extension: chat.newChat with a question",
};
const asked = (text: string) => ({ inputValue: `@gather begun ${text}` });

export function codeWithout(running: Running, { chat, commands }: Coverages): void {
  test("a closed file with a secret is attached", async () => {
    const { editor, window } = together(running);
    await attachByName(window, "src/payments.ts");
    await waitFor("the chip", async () => (await attachments(window)).includes("payments.ts"));
    const record = await sendAndSee(window);
    assert.ok(record.references.some(({ text }) => Object.values(editor.canaries).some((canary) => text.includes(canary))));
    chat.baseline(routes.closed, "arrives");
  });

  test("a made-up conversation stands in the chat", async () => {
    const { editor, window } = together(running);
    await command("workbench.action.chat.open", madeUp(editor.canary("payment-key")))(window);
    await waitFor("the conversation", () => inConversation(window, editor.canary("payment-key")));
    commands.baseline(routes.madeUp, "arrives");
  });

  test("a new chat sends the question it is begun with", async () => {
    const { editor, window } = together(running);
    window.clearRecords();
    await command("workbench.action.chat.newChat", asked(editor.canary("payment-key")))(window);
    await waitFor("the question", () => chatPrompts(window)[0]?.includes(editor.canary("payment-key")));
    commands.baseline(routes.newChat, "arrives");
  });

  test("inline chat sends another extension's message", async () => {
    const { window } = together(running);
    await window.quickOpen("src/app.ts");
    void inlineWith("look")(window).catch(() => undefined); // ends with the inline chat
    await dialog(window).waitFor(); // signed out, the editor asks for an account the moment it is sent
    commands.baseline(routes.inline, "sent");
    await escape(window);
    await window.closeEditors();
  });
}

export function codeWith(running: Running, { chat, commands }: Coverages): void {
  test("a closed file with a secret is not attached, nor is what the guarded view shows", async () => {
    const { window } = together(running);
    await attachByName(window, "src/payments.ts");
    await settle();
    assert.equal(await attachments(window), "");
    chat.row(routes.closed, "core command override, which reads the file's head", "refused");
    await window.drive(async (vscode) => {
      const [uri] = await vscode.workspace.findFiles(".env");
      await vscode.commands.executeCommand("vscode.openWith", uri, "gatelodge.guardedView");
      await vscode.commands.executeCommand("workbench.action.chat.attachFile");
    });
    await settle();
    assert.equal(await attachments(window), "");
    await window.closeEditors();
  });

  test("a made-up conversation with a secret is refused", async () => {
    const { editor, window } = together(running);
    await command("workbench.action.chat.open", madeUp(editor.canary("payment-key")))(window);
    await settle();
    assert.ok(!(await inConversation(window, editor.canary("payment-key"))));
    commands.row(routes.madeUp, "core command override", "refused");
  });

  test("a new chat's question waits without its secret, and the button for a new chat still makes one", async () => {
    const { editor, window } = together(running);
    await sendAndSee(window);
    window.clearRecords();
    await command("workbench.action.chat.newChat", asked(editor.canary("payment-key")))(window);
    await waitFor("the draft", async () => (await promptText(window)).includes("begun [REDACTED:"));
    await settle();
    assert.deepEqual(chatPrompts(window), []);
    commands.row(routes.newChat, "core command override", "redacted, not sent");
    await sendAndSee(window);
    const list = window.page.locator(".interactive-session .interactive-request");
    await waitFor("a conversation", async () => (await list.count()) > 0);
    await window.page.locator(".pane-header, .title-actions").getByRole("button", { name: /New Chat/ }).first().click();
    await waitFor("a new one", async () => (await list.count()) === 0);
  });

  test("a message for inline chat stands there without the secret, in an ordinary file", async () => {
    const { editor, window } = together(running);
    await window.quickOpen("src/app.ts");
    void inlineWith(`what is ${editor.canary("aws-access-key")}`)(window).catch(() => undefined);
    await waitFor("the draft", async () => (await promptText(window)).includes("what is [REDACTED:"));
    await settle();
    assert.equal(await dialog(window).count(), 0);
    commands.row(routes.inline, "core command override", "redacted, not sent");
    // An abandoned draft would stay a document.
    await window.drive(async (vscode) => {
      const edit = new vscode.WorkspaceEdit();
      for (const { uri } of vscode.workspace.textDocuments.filter(({ uri: { scheme } }) => scheme === "chatSessionInput")) edit.replace(uri, new vscode.Range(0, 0, 1000, 0), "");
      await vscode.workspace.applyEdit(edit);
    });
    await waitFor("the empty draft", async () => (await promptText(window)) === "");
    await window.page.keyboard.press("Escape");
    await window.closeEditors();
  });

  test("while a question waits for its answer the next one is judged", async () => {
    const { editor, window } = together(running);
    await writePrompt(window, "");
    window.clearRecords();
    void command("workbench.action.chat.open", { query: "@gather slowly", blockOnResponse: true })(window);
    await waitFor("the first question", () => chatPrompts(window)[0]?.includes("slowly"));
    await command("workbench.action.chat.open", { query: `@gather meanwhile ${editor.canary("aws-access-key")}` })(window);
    await waitFor("the redacted draft", async () => (await promptText(window)).includes("meanwhile [REDACTED:"));
    assert.equal(chatPrompts(window).length, 1);
    await window.page.locator(".chat-execute-toolbar .codicon-arrow-up-compact").first().waitFor();
  });

  test("a notebook's output is not attached while a restricted file is in front", async () => {
    const { window } = together(running);
    await window.quickOpen(".env");
    await command("notebook.cellOutput.addToChat")(window);
    await window.page.locator(".part.statusbar").getByText("Not attached").first().waitFor();
    await window.closeEditors();
  });
}
