import * as vscode from "vscode";
import type { Decision } from "../../../core/request.ts";
import { readSetting } from "../../settings.ts";

/** Tells a person what happened to a copy or a paste. Nothing of the text is ever in it. */
export interface Notices {
  /** Something was refused, taken back or cut out. */
  readonly stopped: (what: string, decision: Decision) => void;
  /** Something passed that the person should know of: never a popup unless all are asked for. */
  readonly passed: (what: string, decision: Decision) => void;
}

const statusMilliseconds = 6000;
// A person who tries three times is told once; the status bar says it each time.
const quietMilliseconds = 10_000;

export function createNotices(now: () => number): Notices {
  const state = { shownAt: Number.NEGATIVE_INFINITY };
  const notify = (message: string) => {
    if (now() - state.shownAt < quietMilliseconds) return;
    state.shownAt = now();
    const explain = "Explain";
    void vscode.window.showWarningMessage(message, explain).then((choice) => (choice === explain ? vscode.commands.executeCommand("gatelodge.explainFile") : undefined));
  };
  const say = (what: string, decision: Decision) => {
    vscode.window.setStatusBarMessage(`$(shield) ${what}`, statusMilliseconds);
    return `Gatelodge: ${what}. ${decision.reasons[0]?.text ?? ""}`.trim();
  };
  return {
    stopped: (what, decision) => {
      const message = say(what, decision);
      if (readSetting("notifications") !== "none") notify(message);
    },
    passed: (what, decision) => {
      const message = say(what, decision);
      if (readSetting("notifications") === "all") notify(message);
    },
  };
}
