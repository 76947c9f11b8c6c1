import * as vscode from "vscode";
import type { CopiedTexts } from "./copiedTexts.ts";

/**
 * Empties the clipboard when the window loses the focus after a copy whose policy wants that, if the clipboard still
 * holds that copy: one look at that moment, never a poll. A browser refuses the look once its window has lost the
 * focus, so in the web editor this is best effort; on the desktop the clipboard answers without the focus.
 */
export function registerClearOnBlur(copied: CopiedTexts, output: vscode.LogOutputChannel): vscode.Disposable {
  const clear = async () => {
    const last = copied.last();
    if (last === undefined || !last.source.clearOnBlur) return;
    copied.forgetLast();
    const start = performance.now();
    try {
      if (!last.is(await vscode.env.clipboard.readText())) return;
      await vscode.env.clipboard.writeText("");
      output.info(`clipboard: cleared ${Math.round(performance.now() - start)} ms after the window lost the focus`);
    } catch {
      output.warn("clipboard: could not be cleared after the window lost the focus");
    }
  };
  return vscode.window.onDidChangeWindowState(({ focused }) => {
    if (!focused) void clear();
  });
}
