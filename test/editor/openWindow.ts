/** One window of a launched editor: a browser page, and the extension host behind it. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type * as VsCodeApi from "vscode";
import type { Page } from "playwright-core";
import { announcedHosts, connectToNewHost, type Drive } from "./drive.ts";
import type { Editor } from "./launchEditor.ts";
import { type AssistantRecord, clearRecords, readRecords } from "./records.ts";
import { pause, waitFor } from "./waitFor.ts";

export interface EditorWindow {
  readonly page: Page;
  readonly drive: Drive;
  /** Open a workspace file as a person does, by its name in quick open, and wait until it is in front. */
  quickOpen(path: string): Promise<void>;
  /** Type into what has the focus, by default as fast as a quick typist. */
  type(text: string, delay?: number): Promise<void>;
  /** Ask for a suggestion, as the keyboard shortcut does. */
  triggerExplicit(): Promise<void>;
  /** Type a prompt into the chat and send it with Enter. */
  sendChat(prompt: string): Promise<void>;
  /** What the test assistants of this window saw since the last clearRecords. */
  records(): readonly AssistantRecord[];
  /** Those of one kind. */
  recordsOf<Kind extends AssistantRecord["kind"]>(kind: Kind): readonly Extract<AssistantRecord, { kind: Kind }>[];
  /** Forget the records of all windows of the launch. */
  clearRecords(): void;
  /** Close all editors without saving, so that the next test starts empty. */
  closeEditors(): Promise<void>;
  /** A picture in .proof/; returns its path. */
  screenshot(name: string): Promise<string>;
  /** Load the page again, as after a restart: the editors come back, the extension host is a new one. The old window is not to be used any more. */
  reload(options?: Pick<WindowOptions, "early">): Promise<EditorWindow>;
  close(): Promise<void>;
}

export interface WindowOptions {
  /** Workspace path of a file that is in front from the start, before any extension runs. */
  readonly openFile?: string;
  /** A .code-workspace file of several folders, instead of the launch's one folder. */
  readonly workspaceFile?: string;
  /** What the person does while the window still starts. */
  readonly early?: (page: Page) => Promise<void>;
}

const viewport = { width: 1400, height: 900 };
const proof = join(import.meta.dirname, "../../.proof");

/** Open a window and wait until the workbench is up and its extension host answers. */
export async function openWindow(editor: Editor, { openFile, workspaceFile, early }: WindowOptions = {}): Promise<EditorWindow> {
  const context = await editor.browser.newContext({ viewport });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: editor.url });
  // As long as everything else here may take on a busy machine.
  context.setDefaultNavigationTimeout(60_000);
  const page = await context.newPage();
  return load(editor, page, () => page.goto(addressOf(editor, openFile, workspaceFile)), early);
}

async function load(editor: Editor, page: Page, go: () => Promise<unknown>, early?: WindowOptions["early"]): Promise<EditorWindow> {
  const before = announcedHosts(editor);
  await go();
  await early?.(page);
  await page.waitForSelector(".monaco-workbench .part.statusbar", { timeout: 60_000 });
  const { pid, drive } = await connectToNewHost(editor, before);
  const records = () => readRecords(editor.recordsFile).filter((record) => record.pid === pid);
  return {
    page,
    drive,
    quickOpen: (path) => quickOpen(page, drive, path),
    type: (text, delay = 40) => page.keyboard.type(text, { delay }),
    triggerExplicit: () => run(drive, "editor.action.inlineSuggest.trigger"),
    sendChat: (prompt) => sendChat(page, drive, prompt),
    records,
    recordsOf: (kind) => records().filter((record): record is Extract<AssistantRecord, { kind: typeof kind }> => record.kind === kind),
    clearRecords: () => clearRecords(editor.recordsFile),
    closeEditors: () => closeEditors(drive),
    screenshot: (name) => screenshot(page, name),
    // What is open where goes into the page's own storage a moment after each change.
    reload: async (options) => load(editor, page, async () => void (await pause(1000), await page.reload()), options?.early),
    close: () => page.context().close(),
  };
}

function addressOf(editor: Editor, openFile: string | undefined, workspaceFile: string | undefined): string {
  const query = new URLSearchParams(workspaceFile === undefined ? { folder: editor.workspace } : { workspace: workspaceFile });
  if (openFile) {
    const authority = new URL(editor.url).host;
    query.set("payload", JSON.stringify([["openFile", `vscode-remote://${authority}${join(editor.workspace, openFile)}`]]));
  }
  return `${editor.url}/?${query.toString()}`;
}

async function quickOpen(page: Page, drive: Drive, path: string): Promise<void> {
  await chooseFile(page, path);
  await page.keyboard.press("Enter");
  await waitFor(`${path} in front`, () => drive(isInFront, `/${path}`));
  await run(drive, "workbench.action.focusActiveEditorGroup");
}

/** Quick open, up to the moment in which Enter opens the file. */
export async function chooseFile(page: Page, path: string, attempts = 3): Promise<void> {
  await page.keyboard.press("Control+p");
  await page.locator(".quick-input-box input").fill(path);
  const name = path.slice(path.lastIndexOf("/") + 1);
  // Until the list is filtered it shows the recent files, in which Enter would choose another one; only matches are highlighted.
  const chosen = page.locator(".quick-input-list .monaco-list-row.focused").filter({ has: page.getByText(name, { exact: true }) }).filter({ has: page.locator(".highlight") });
  try {
    await chosen.first().waitFor({ timeout: 5000 });
  } catch (error) {
    // Something else took the focus, such as a panel that closes, and with it the list went.
    if (attempts === 1) throw error;
    await page.keyboard.press("Escape");
    await chooseFile(page, path, attempts - 1);
  }
}

async function sendChat(page: Page, drive: Drive, prompt: string): Promise<void> {
  await run(drive, "workbench.action.chat.open");
  await page.locator(".interactive-session .interactive-input-part .monaco-editor").first().click();
  await page.keyboard.type(prompt, { delay: 20 });
  // A name after @ opens the list of suggestions, in which Enter would choose instead of send.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
}

/** In its tab and, unless it is shown by a custom editor, as the active text editor, which comes a moment later. */
function isInFront(vscode: typeof VsCodeApi, ending: string): boolean {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputCustom) return input.uri.path.endsWith(ending);
  return input instanceof vscode.TabInputText && input.uri.path.endsWith(ending) && vscode.window.activeTextEditor?.document.uri.toString() === input.uri.toString();
}

/** Run a command; what it returns is left behind, since not every value can travel. */
const run = (drive: Drive, command: string): Promise<void> =>
  drive(async (vscode, id) => {
    await vscode.commands.executeCommand(id);
  }, command);

const closeEditors = async (drive: Drive): Promise<void> => {
  await drive(async (vscode) => {
    // Reverting first: closing a changed editor would ask.
    for (const document of vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty)) {
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand("workbench.action.files.revert");
    }
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  });
};

async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(proof, { recursive: true });
  const path = join(proof, `${name.replaceAll(/[^\w-]+/g, "-").slice(0, 80)}.png`);
  // Toasts and fades move for a moment; a still picture is worth a tenth of a second.
  await pause(100);
  await page.screenshot({ path });
  return path;
}
