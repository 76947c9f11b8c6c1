import * as vscode from "vscode";
import type { Decision } from "../../core/request.ts";
import { readSetting } from "../settings.ts";

/** What a notification offers: the words on the button and what they do. */
export type Offers = Readonly<Record<string, () => unknown>>;

/** Tells a person what a guard did. Nothing of the text is ever in it. */
export interface Notices {
  /** Something was refused, taken back or cut out. */
  readonly stopped: (what: string, decision: Decision, offers?: Offers) => void;
  /** Something passed that the person should know of: never a popup unless all are asked for. */
  readonly passed: (what: string, decision: Decision) => void;
}

const statusMilliseconds = 6000;
// A person who tries three times is told once; the status bar says it each time. Another refusal is news, with offers of its own.
const quietMilliseconds = 10_000;
export const explainFile: Offers = { Explain: () => vscode.commands.executeCommand("gatelodge.explainFile") };

export function createNotices(now: () => number): Notices {
  const last = { message: "", shownAt: Number.NEGATIVE_INFINITY };
  const notify = (message: string, offers: Offers) => {
    if (message === last.message && now() - last.shownAt < quietMilliseconds) return;
    Object.assign(last, { message, shownAt: now() });
    void vscode.window.showWarningMessage(message, ...Object.keys(offers)).then((choice) => (choice === undefined ? undefined : offers[choice]?.()));
  };
  const say = (what: string, decision: Decision) => {
    vscode.window.setStatusBarMessage(`$(shield) ${what}`, statusMilliseconds);
    return `Gatelodge: ${what}. ${decision.reasons[0]?.text ?? ""}`.trim();
  };
  return {
    stopped: (what, decision, offers = explainFile) => {
      const message = say(what, decision);
      if (readSetting("notifications") !== "none") notify(message, offers);
    },
    passed: (what, decision) => {
      const message = say(what, decision);
      if (readSetting("notifications") === "all") notify(message, explainFile);
    },
  };
}
