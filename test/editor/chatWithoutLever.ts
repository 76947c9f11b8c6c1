/** Ways into an assistant that no extension can stand in: tried all the same, so that the coverage page does not pretend. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { attachments, chatPrompts, writePrompt } from "./chatRoutes.ts";
import { command, sendAndSee, together, type Coverages, type Running } from "./chatContext.ts";
import { readClipboard } from "./clipboardRoutes.ts";
import type { EditorWindow } from "./openWindow.ts";
import { hasReached } from "./records.ts";
import { waitFor } from "./waitFor.ts";

const withoutLever: readonly { readonly door: keyof Coverages; readonly route: string; readonly take: (window: EditorWindow, canary: string) => Promise<boolean> }[] = [
  { door: "commands", route: "another extension's own command (commit message, review, webview chat)", take: async (window, canary) => {
    await window.quickOpen(".env");
    window.clearRecords();
    await command("gatelodgeTest.gather")(window);
    const arrived = await waitFor("the gathered context", () => window.recordsOf("command").at(0));
    await window.closeEditors();
    return hasReached([arrived], canary);
  } },
  // Standing before the command all the time would leave the button dead, whose arguments do not reach an extension.
  { door: "commands", route: "another extension: chat.submit with a text of its own", take: async (window, canary) => {
    await writePrompt(window, "");
    window.clearRecords();
    await command("workbench.action.chat.submit", { inputValue: `@gather submitted ${canary}` })(window);
    return waitFor("the prompt", () => chatPrompts(window)[0]?.includes(canary));
  } },
  { door: "chat", route: "a file dragged from the explorer into the chat", take: async (window, canary) => {
    await writePrompt(window, "@gather dragged");
    await window.drive(async (vscode) => void (await vscode.commands.executeCommand("workbench.view.explorer")));
    const row = window.page.locator(".explorer-folders-view .monaco-list-row").filter({ has: window.page.getByText(".env", { exact: true }) }).first();
    await row.dragTo(window.page.locator(".interactive-session .interactive-input-part").first(), { force: true });
    await waitFor("the chip", async () => (await attachments(window)).includes(".env"));
    return hasReached([await sendAndSee(window)], canary);
  } },
  { door: "chat", route: "a file picked from the chat's own list", take: async (window, canary) => {
    await writePrompt(window, "@gather picked");
    await window.page.keyboard.press("Control+/");
    await window.page.locator(".quick-input-box input").fill(".env");
    await window.page.locator(".quick-input-list .monaco-list-row").filter({ has: window.page.getByText(".env", { exact: true }) }).first().click();
    await window.page.keyboard.press("Escape");
    await waitFor("the chip", async () => (await attachments(window)).includes(".env"));
    return hasReached([await sendAndSee(window)], canary);
  } },
  { door: "chat", route: "a terminal's selection added to the chat", take: async (window, canary) => {
    await window.drive((vscode) => {
      const terminal = vscode.window.createTerminal({ name: "selection", shellPath: "/bin/sh" });
      terminal.show();
      terminal.sendText("cat .env");
    });
    await window.page.locator(".terminal-wrapper.active .xterm-screen").first().click();
    await waitFor("the chip", async () => {
      await command("workbench.action.terminal.selectAll")(window);
      await command("workbench.action.terminal.copySelection")(window);
      if (!(await readClipboard(window)).includes(canary)) return false;
      await command("workbench.action.terminal.selectAll")(window);
      await command("workbench.action.terminal.chat.addTerminalSelection")(window);
      return (await attachments(window)) !== "";
    });
    await window.drive((vscode) => vscode.window.terminals.forEach((terminal) => terminal.dispose()));
    await waitFor("no terminal", () => window.drive((vscode) => vscode.window.terminals.length === 0));
    return hasReached([await sendAndSee(window)], canary);
  } },
];

export function routesWithoutLever(running: Running, { chat, commands }: Coverages, gatelodge: boolean): void {
  for (const { door, route, take } of withoutLever) test(`${route}: no lever`, async () => {
    const { editor, window } = together(running);
    assert.ok(await take(window, editor.canary("aws-access-key")));
    const coverage = { chat, commands }[door];
    if (gatelodge) coverage.row(route, "none", "no lever");
    else coverage.baseline(route, "arrives");
  });
}
