import { isStopped } from "../judged.ts";
import type { JudgedPrompt } from "./promptJudge.ts";
import { toReason } from "./promptStatus.ts";

/** Why a prompt is stopped: rules, destinations and findings by kind. Holds no content. */
export function toPromptPage(judged: JudgedPrompt | undefined): string {
  if (judged === undefined || !isStopped(judged)) return "# The prompt may be sent\n\nNothing in the chat input is stopped.\n";
  const { decision, request } = judged;
  const kinds = [...new Set(decision.findings.map(({ detector }) => detector))];
  return [
    "# The prompt is stopped", "", toReason(judged), "",
    `- label: \`${decision.label}\``, `- judged for: ${request.destination.assistant}, the strictest of those who may answer`,
    ...kinds.map((kind) => `- found: \`${kind}\``), "",
    "## Rules that have a say", "",
    ...decision.reasons.map(({ rule, effect, text }) => `- \`${rule}\` → ${effect}: ${text}`), "",
    `Policy \`${decision.policy}\`.`, "",
  ].join("\n");
}
