import { knownAssistants } from "../../assistants/known.ts";
import type { AgentCoverage } from "../../node/agents/agentCoverage.ts";
import type { PinnedState } from "../../node/pins/pinnedFiles.ts";
import type { Policy } from "../../core/policy/policy.ts";
import { toPlain } from "../writeText.ts";

/** Channels that are known alike stand on one line. */
export function doctorText({ agents, policy: { mode, names }, pins }: { readonly agents: readonly AgentCoverage[]; readonly policy: Pick<Policy, "mode" | "names">; readonly pins: readonly PinnedState[] }): string {
  const byDocumentation = knownAssistants.filter(({ dialect, installation }) => dialect !== undefined && installation === undefined).map(({ name }) => name);
  return [
    `Policy: ${mode === "enforce" ? "enforced" : "only recorded (mode: monitor)"}${names.length === 0 ? "" : ` (${names.map(toPlain).join(", ")})`}`,
    ...(agents.length === 0 ? ["No coding agent that we know is used here."] : agents.flatMap(toLines)),
    ...pins.map(({ pin: { assistant, setting, value }, state }) => `Pinned: ${assistant ?? ""} ${setting}, at most ${String(value)}: ${pinWords[state]}`),
    `Not installed by us, since their hooks have no place for all sessions: ${byDocumentation.join(", ")}.`,
    "",
  ].join("\n");
}

const pinWords: Readonly<Record<PinnedState["state"], string>> = { kept: "as the policy says", drifted: "looser than the policy says", unclear: "its file cannot be read" };

function toLines({ name, version, channels, advice }: AgentCoverage): readonly string[] {
  const groups = [...new Set(channels.map(({ word, why }) => `${word}${why === undefined ? "" : `: ${why}`}`))];
  return [
    `${name}${version === undefined ? "" : ` ${toPlain(version)}`}`,
    ...groups.map((group) => `  ${channels.filter(({ word, why }) => `${word}${why === undefined ? "" : `: ${why}`}` === group).map(({ channel }) => channel).join(", ")}: ${toPlain(group)}`),
    ...advice.map((line) => `  → ${toPlain(line)}`),
  ];
}
