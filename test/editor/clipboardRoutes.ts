/** The ways text leaves an editor for the clipboard and comes back, as a person takes them. */
import type { EditorWindow } from "./openWindow.ts";
import { pause, waitFor } from "./waitFor.ts";

export interface CopyRoute {
  readonly name: string;
  /** Takes text away from the document as well. */
  readonly cuts?: true;
  readonly take: (window: EditorWindow) => Promise<void>;
}

const key = (name: string, keys: string, cuts?: true): CopyRoute => ({ name, ...(cuts ? { cuts } : {}), take: ({ page }) => page.keyboard.press(keys) });

export const copyRoutes: readonly CopyRoute[] = [
  key("Ctrl+C", "Control+c"),
  key("Ctrl+X", "Control+x", true),
  key("Ctrl+Insert", "Control+Insert"),
  key("Shift+Delete", "Shift+Delete", true),
  { name: "context menu: Copy", take: (window) => fromContextMenu(window, "Copy") },
  { name: "context menu: Cut", cuts: true, take: (window) => fromContextMenu(window, "Cut") },
  { name: "palette: Copy", take: (window) => fromPalette(window, "Copy") },
  { name: "palette: Copy with Syntax Highlighting", take: (window) => fromPalette(window, "Copy with Syntax Highlighting") },
];

/** The browser's own copy: an event that no keybinding and no command sees, as from its Edit menu or an accessibility tool. */
export const nativeCopy: CopyRoute = { name: "native copy event", take: ({ page }) => page.evaluate("void document.execCommand('copy')") };

async function fromContextMenu({ page }: EditorWindow, label: string): Promise<void> {
  await page.locator(".editor-instance .view-line").first().click({ button: "right", position: { x: 20, y: 8 } });
  const entry = page.locator(".monaco-menu .action-label").filter({ hasText: new RegExp(`^${label}$`) }).first();
  await entry.waitFor({ timeout: 10_000 });
  await pause(150); // a menu ignores the mouse for a moment after it opened
  await entry.click();
}

async function fromPalette({ page }: EditorWindow, label: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-box input").fill(`>${label}`);
  const row = page.locator(".quick-input-list .monaco-list-row").filter({ has: page.locator(".label-name", { hasText: new RegExp(`^(Developer: |Edit: )?${label}$`) }) }).first();
  await row.waitFor({ timeout: 10_000 });
  await row.click();
}

/** Everything in the active editor is selected, and the extension host knows. */
export async function selectAll(window: EditorWindow): Promise<void> {
  await window.drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup")));
  await window.page.keyboard.press("Control+a");
  await waitFor("the selection", () => window.drive((vscode) => vscode.window.activeTextEditor?.selection.isEmpty === false));
}

export const readClipboard = (window: EditorWindow): Promise<string> => window.drive(async (vscode) => String(await vscode.env.clipboard.readText()));

/** As another program would: nothing but the text. */
export const writeClipboard = (window: EditorWindow, text: string): Promise<void> => window.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);

export const activeText = (window: EditorWindow): Promise<string> => window.drive((vscode) => vscode.window.activeTextEditor?.document.getText() ?? "");

export const promptText = (window: EditorWindow): Promise<string> => window.drive((vscode) => vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "chatSessionInput").map((document) => document.getText()).join("\n"));

/** Milliseconds until the clipboard no longer holds `text`; undefined if it still does after `patience`. */
export async function heldFor(window: EditorWindow, text: string, patience = 3000): Promise<number | undefined> {
  const start = performance.now();
  while (performance.now() - start < patience) {
    if (!(await window.page.evaluate<string>("navigator.clipboard.readText()")).includes(text)) return Math.round(performance.now() - start);
  }
  return undefined;
}

/** Opens the chat and puts the cursor into its input. */
export async function focusPrompt(window: EditorWindow): Promise<void> {
  await window.drive(async (vscode) => {
    // A notification of the step before would lie over the input.
    await vscode.commands.executeCommand("notifications.clearAll");
    await vscode.commands.executeCommand("workbench.action.chat.open");
  });
  await window.page.locator(".interactive-session .interactive-input-part .monaco-editor").first().click();
  await window.page.keyboard.press("Control+a");
  await window.page.keyboard.press("Delete");
}

/** Drops a text from another program onto the editor. */
export async function dropText({ page }: EditorWindow, text: string): Promise<void> {
  await page.evaluate(`(() => {
    const target = document.querySelector(".editor-instance .view-lines");
    const { left, top } = target.getBoundingClientRect();
    const dataTransfer = new DataTransfer();
    dataTransfer.setData("text/plain", ${JSON.stringify(text)});
    const at = { dataTransfer, clientX: left + 5, clientY: top + 8, bubbles: true, cancelable: true };
    for (const type of ["dragenter", "dragover", "drop"]) target.dispatchEvent(new DragEvent(type, at));
  })()`);
}

/** What a terminal shows, copied with the terminal's own command. */
export async function copyFromTerminal(window: EditorWindow, command: string, shown: string): Promise<void> {
  await window.drive(async (vscode, line) => {
    const terminal = vscode.window.createTerminal({ name: "route", shellPath: "/bin/sh" });
    terminal.show();
    terminal.sendText(line);
    await terminal.processId;
  }, command);
  await window.page.locator(".terminal-wrapper.active .xterm-screen").first().click();
  await waitFor("the terminal's text on the clipboard", async () => {
    await window.drive(async (vscode) => {
      await vscode.commands.executeCommand("workbench.action.terminal.selectAll");
      await vscode.commands.executeCommand("workbench.action.terminal.copySelection");
    });
    return (await readClipboard(window)).includes(shown);
  });
  await window.drive((vscode) => vscode.window.terminals.forEach((terminal) => terminal.dispose()));
  await waitFor("the panel to close", async () => (await window.page.locator(".terminal-wrapper").count()) === 0);
}

// "Nothing happened" has no sign of its own; a paste that passes is in the document after some 50 ms.
export const settle = () => pause(700);

export async function openSelected(window: EditorWindow, path: string): Promise<void> {
  await window.quickOpen(path);
  await selectAll(window);
}

export async function copyFrom(window: EditorWindow, path: string): Promise<void> {
  await openSelected(window, path);
  await writeClipboard(window, "");
  await window.page.keyboard.press("Control+c");
  await waitFor("the copy", async () => (await readClipboard(window)) !== "");
}

/** Into a new line at the end of a file, as the last thing. */
export async function pasteInto(window: EditorWindow, path: string): Promise<string> {
  await window.quickOpen(path);
  await window.page.keyboard.press("Control+End");
  const before = await activeText(window);
  await window.page.keyboard.press("Control+v");
  await settle();
  const text = await activeText(window);
  return text.slice(before.length);
}
