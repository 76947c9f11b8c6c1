/** The ways a prompt, a file or a selection gets into the chat, as a person or another extension takes them. */
import type { EditorWindow } from "./openWindow.ts";
import { pause, waitFor } from "./waitFor.ts";

export interface SendKey {
  readonly keys: string;
  /** What the editor does with it (VS Code 1.139). */
  readonly command: string;
}

export const sendKeys: readonly SendKey[] = [
  { keys: "Enter", command: "submit" },
  { keys: "Control+Enter", command: "submitWithCodebase" },
  { keys: "Alt+Enter", command: "queueMessage" },
  { keys: "Control+Shift+Enter", command: "sendToNewChat" },
];

export const promptText = (window: EditorWindow): Promise<string> => window.drive((vscode) => vscode.workspace.textDocuments.filter(({ uri, isClosed }) => uri.scheme === "chatSessionInput" && !isClosed).map((document) => document.getText()).join(""));

/** The text stands in the chat's input, and the extension host knows. */
export async function writePrompt(window: EditorWindow, text: string): Promise<void> {
  const { page } = window;
  await waitFor("the prompt", async () => {
    await focusPrompt(window);
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.insertText(text);
    // A name after @ opens the list of suggestions, in which Enter would choose instead of send.
    await page.keyboard.press("Escape");
    return waitFor("the text", async () => (await promptText(window)) === text, 2000).catch(() => false);
  });
  // While an answer is under way the editor refuses some ways to send, and shows a stop button instead.
  await page.locator(".chat-execute-toolbar .codicon-arrow-up-compact").first().waitFor();
}

/** By command: a notification may lie over the input, and a person would have to close it first. */
export async function focusPrompt({ page, drive }: EditorWindow): Promise<void> {
  const hasFocus = () => page.evaluate<boolean>("document.activeElement?.closest('.interactive-input-part') != null");
  if (await hasFocus()) return;
  await drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.action.chat.open")));
  await waitFor("the focus in the prompt", hasFocus);
}

/** The send button; `force`, since it may do nothing on purpose and a notification may lie over it. */
export async function pressSendButton({ page }: EditorWindow): Promise<void> {
  const button = page.locator(".chat-execute-toolbar .codicon-arrow-up-compact").first();
  // The toolbar is drawn anew when an answer ends, and `force` does not wait for that.
  await button.waitFor({ state: "visible" });
  await button.click({ force: true });
}

export const chatPrompts = (window: EditorWindow): readonly string[] => window.recordsOf("chat").map(({ prompt }) => prompt);

/** An entry of a file's context menu in the explorer. */
export async function fromExplorerMenu({ page, drive }: EditorWindow, file: string, label: string): Promise<void> {
  await drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.view.explorer")));
  const row = page.locator(".explorer-folders-view .monaco-list-row").filter({ has: page.getByText(file, { exact: true }) }).first();
  await row.click({ button: "right" });
  const entry = page.locator(".monaco-menu .action-label").filter({ hasText: new RegExp(`^${label}$`) }).first();
  await entry.waitFor({ timeout: 10_000 });
  await pause(150); // a menu ignores the mouse for a moment after it opened
  await entry.click();
}

/** Chips in the chat's input, by their words. */
export const attachments = ({ page }: EditorWindow): Promise<string> => page.locator(".interactive-input-part .chat-attached-context").first().innerText().catch(() => "");

/** The highest number of a chat input so far: the chat view's is 0, each inline chat makes one of its own. */
export const lastPromptNumber = ({ drive }: EditorWindow): Promise<number> => drive((vscode) => Math.max(0, ...vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "chatSessionInput").map(({ uri }) => Number(/\d+/.exec(uri.path)?.[0] ?? 0))));

/** Sends a prompt by a key and gives the milliseconds until the participant has it. */
export async function timeToArrive(window: EditorWindow, keys: string, prompt: string): Promise<number> {
  await writePrompt(window, prompt);
  window.clearRecords();
  const start = Date.now();
  await window.page.keyboard.press(keys);
  const record = await waitFor(`the prompt by ${keys}`, () => window.recordsOf("chat").at(0));
  return record.time - start;
}
