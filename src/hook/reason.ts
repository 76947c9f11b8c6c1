import type { Asked } from "./asked.ts";

const advice: Readonly<Record<string, string>> = {
  otherwise: "Name the file plainly, in a simple command, and it can be judged.",
  "self-protection": "Do not try another way; tell the person if it must be changed.",
  "masked-text": "",
};
const usual = "Do not try to get at it another way: go on without it, or ask the person to allow it in the editor.";
const masked = "Masks stand in the place of what was taken out: leave them and the lines they are in as they are in the file.";

const byTools = "What a command prints cannot be masked here: use the tools for reading and searching files, or leave such files out.";

/** What the agent or the person is told: the rule, why, and what to do. Holds the name that the agent itself used, and no content. */
export function toReason({ decision, about, byTool }: Asked): string {
  if (decision.effect === "allow") return "";
  const what = about === undefined || about === "" ? "" : ` (${about})`;
  const next = advice[decision.rule] ?? (byTool === true ? byTools : decision.enforced === "redact" ? masked : usual);
  return `Gatelodge, rule ${decision.rule}${what}: ${decision.reasons[0]?.text ?? ""} ${next}`.trim();
}
