import * as vscode from "vscode";
import { askStateWords } from "../../core/askWords.ts";
import type { Asked } from "../../node/exceptions/askedBook.ts";
import type { ExceptionAsks } from "../../node/exceptions/exceptionAsks.ts";

const lookMilliseconds = 20_000;

/** Looks for answers while one may still come, and tells each once, in one window. */
export function watchAnswers(asks: ExceptionAsks, onChange: () => void, output: vscode.LogOutputChannel): vscode.Disposable {
  const state = { busy: false };
  const look = async () => {
    if (state.busy) return;
    state.busy = true;
    try {
      if (asks.isOpen()) await asks.look();
      const untold = asks.takeUntold();
      for (const each of untold) tell(each);
      // It holds as soon as the signed policy that brings it is here.
      if (untold.some((each) => each.state !== "refused")) onChange();
    } catch (error) {
      output.error(`answers to exceptions could not be kept (${(error as NodeJS.ErrnoException).code ?? "unknown"})`);
    } finally {
      state.busy = false;
    }
  };
  void look();
  const timer = setInterval(() => void look(), lookMilliseconds);
  return new vscode.Disposable(() => clearInterval(timer));
}

function tell({ id, state, until, note }: Asked): void {
  const end = state === "approved" ? ` until ${new Date(until).toLocaleString()}` : "";
  void vscode.window.showInformationMessage(`Gatelodge: exception ${id.slice(0, 8)} is ${askStateWords[state]}${end}.${note === "" ? "" : ` “${toWords(note)}”`}`);
}

/** A notification makes links of brackets; this is somebody's text from elsewhere. */
const toWords = (note: string): string => note.replaceAll(/[[\]\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
