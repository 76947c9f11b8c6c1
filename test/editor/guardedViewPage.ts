/** The page of the guarded view as a test sees it, and what the editor keeps on disk. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameLocator } from "playwright-core";
import type { Editor } from "./launchEditor.ts";
import type { EditorWindow } from "./openWindow.ts";

export const viewType = "gatelodge.guardedView";

/** Everything that the editor keeps on disk: backups, local history, state, logs. */
export function kept({ workspace }: Editor) {
  const files = readdirSync(join(workspace, "../data"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => ({ path: join(parentPath, name), bytes: readFileSync(join(parentPath, name)) }));
}
export const keptWith = (editor: Editor, text: string) => kept(editor).filter(({ bytes }) => bytes.includes(text)).map(({ path }) => path);

/** The view of one file of the workspace, in whatever window is open by the time of the call. */
export function createGuardedViewPage(window: () => EditorWindow, file: string) {
  const view = (): FrameLocator => window().page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  const isText = () => window().drive((vscode, name) => vscode.workspace.textDocuments.some(({ uri }) => uri.path.endsWith(`/${name}`)), file);
  const isDirty = () => window().drive((vscode) => vscode.window.tabGroups.activeTabGroup.activeTab?.isDirty === true);
  const isGuarded = () => window().drive((vscode, type, name) => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputCustom && input.viewType === type && input.uri.path.endsWith(`/${name}`);
  }, viewType, file);
  const row = (name: string) => view().locator(".row").filter({ has: view().getByText(name, { exact: true }) });
  const press = (name: string) => view().getByRole("button", { name, exact: true }).click();
  const viewText = async () => (await view().locator("body").innerText()).replaceAll(/\s+/g, " ");
  return { view, isText, isDirty, isGuarded, row, press, viewText };
}

export const ways = ["quick open", "explorer", "search result"] as const;

/** The ways a person opens .env. */
export function waysToOpen(window: () => EditorWindow): Readonly<Record<(typeof ways)[number], () => Promise<unknown>>> {
  const run = (command: string, ...args: readonly unknown[]) => window().drive(async (vscode, id, all) => void (await vscode.commands.executeCommand(id, ...all)), command, args);
  return {
    "quick open": () => window().quickOpen(".env"),
    explorer: async () => {
      await run("workbench.view.explorer");
      await window().page.locator(".explorer-folders-view .monaco-list-row").filter({ has: window().page.getByText(".env", { exact: true }) }).dblclick();
    },
    "search result": async () => {
      await run("workbench.action.findInFiles", { query: "Never commit this file", filesToInclude: ".env", triggerSearch: true });
      await window().page.locator(".search-view .monaco-list-row").filter({ hasText: "Never commit" }).first().click();
    },
  };
}
