import * as vscode from "vscode";
import { askStateWords } from "../../core/askWords.ts";
import type { Asked } from "../../node/exceptions/askedBook.ts";
import type { ExceptionAsks } from "../../node/exceptions/exceptionAsks.ts";
import type { Parts } from "../parts.ts";

const tickMilliseconds = 5000;
// Whoever has just asked waits for it; one that was approved may be taken back weeks later.
const pauses = { lately: 10_000, usual: 180_000 } as const;
const lately = 900_000;

/** Looks for answers while one may still come, and tells each once, in one window. */
export function watchAnswers(asks: ExceptionAsks, onChange: () => void, { output, now }: Pick<Parts, "output" | "now">): vscode.Disposable {
  const state = { busy: false, lookedAt: Number.NEGATIVE_INFINITY };
  const isDue = () => now() - state.lookedAt >= (asks.all().some(({ at }) => now() - at < lately) ? pauses.lately : pauses.usual);
  const look = async () => {
    if (state.busy) return;
    state.busy = true;
    try {
      if (asks.isOpen() && isDue()) {
        state.lookedAt = now();
        await asks.look();
      }
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
  const timer = setInterval(() => void look(), tickMilliseconds);
  return new vscode.Disposable(() => clearInterval(timer));
}

function tell({ id, state, until, note }: Asked): void {
  const end = state === "approved" ? ` until ${new Date(until).toLocaleString()}` : "";
  void vscode.window.showInformationMessage(`Gatelodge: exception ${id.slice(0, 8)} is ${askStateWords[state]}${end}.${note === "" ? "" : ` “${toWords(note)}”`}`);
}

/** A notification makes links of brackets; this is somebody's text from elsewhere. */
const toWords = (note: string): string => note.replaceAll(/[[\]\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
