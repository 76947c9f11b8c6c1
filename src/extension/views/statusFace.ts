import { strictness } from "../../core/request.ts";
import type { Judgement } from "../documents.ts";
import type { CompletionState } from "../guards/completions/completionState.ts";

export interface Face {
  readonly text: string;
  readonly spoken: string;
  readonly tooltip: string;
  readonly background?: string;
}

/** The policy would stop somebody and only records it. */
export const isMonitored = ({ decision }: Pick<Judgement, "decision">) => strictness(decision.effect) > strictness("warn") && decision.enforced === "allow";

/** What the status bar says of a judgement. */
export function toFace({ label, decision, stopped }: Judgement, state: CompletionState["state"], failure: string | undefined): Face {
  const why = decision.reasons[0]?.text ?? "";
  const names = [...new Set(stopped.map(({ name }) => name))].slice(0, 3).join(", ");
  if (state === "allowed" && isMonitored({ decision })) return { text: `$(eye) ${label}: only recorded`, spoken: `Gatelodge: this file is ${label}. The policy is in monitor mode: assistants may use it, and it is recorded. ${why}`, tooltip: `${why}\nMonitor mode: assistants may use this file, and it is recorded.` };
  if (state === "allowed" && decision.enforced === "warn") return { text: `$(warning) ${label}: ${decision.rule === "otherwise" ? "not looked through" : "with care"}`, spoken: `Gatelodge: this file is ${label}. Assistants may use it. ${why}`, tooltip: `${why}\nAssistants may use this file.` };
  if (state === "allowed") return { text: `$(shield) ${label}`, spoken: `Gatelodge: this file is ${label}. Assistants may use it.`, tooltip: `${label}: assistants may use this file.` };
  if (state === "failed") return { text: `$(warning) ${label}: not enforced`, spoken: `Gatelodge: this file is ${label}, but completions could not be stopped: ${failure}`, tooltip: `Completions could not be stopped: ${failure}`, background: "statusBarItem.errorBackground" };
  const text = state === "stopping" ? `$(sync~spin) ${label}: stopping AI` : `$(lock) ${label}: no AI`;
  return { text, spoken: `Gatelodge: this file is ${label}. Completions are stopped for ${names}. ${why}`, tooltip: `${why}\nCompletions are stopped for ${names}.`, background: "statusBarItem.warningBackground" };
}
