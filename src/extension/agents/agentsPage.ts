import { unrun } from "../../node/agents/agentCoverage.ts";
import type { AgentFile, AgentSetup, AgentStatus } from "../../node/agents/agentSetup.ts";
import { toChangesText } from "../../node/agents/changesText.ts";

/** What is installed, what would be written where, line by line: the one screen before anybody is asked. */
export function toAgentsPage(setup: AgentSetup, files: readonly AgentFile[], statusOf: (file: AgentFile) => AgentStatus): string {
  if (files.length === 0) return `# Coding agents\n\nNo coding agent that we know is used here. Known: ${[...new Set(setup.files.map(({ assistant }) => assistant.name))].join(", ")}.\n`;
  return ["# Coding agents", "", "Hooks pass what an agent reads and runs through the gate. Other tools' hooks stay; removing puts each file back as it was.", "", ...files.flatMap((file) => toSection(setup, file, statusOf(file)))].join("\n");
}

function toSection(setup: AgentSetup, file: AgentFile, { documented, state, switchedOff, denied, waitsFor }: AgentStatus): readonly string[] {
  const preview = setup.preview(file);
  const lines = "error" in preview ? [] : toChangesText(preview);
  return [
    `## ${file.assistant.name}: ${typeof state === "string" ? state : "cannot be told"}`, "", `File: ${file.file}`, "",
    ...(documented === undefined ? [] : [`It is ${unrun}.`, ""]),
    ...(typeof state === "string" ? [] : [`It is left as it is: ${state.error}.`, ""]),
    ...switchedOff.flatMap(({ file: by, what }) => [`**Switched off** by ${by} (${what}).`, ""]),
    ...(denied === undefined ? [] : ["**Denied**: until that is gone it may use no tool, as the policy says.", ""]),
    ...(waitsFor === undefined ? [] : [`**Waits for you**: ${waitsFor}`, ""]),
    ...(lines.length === 0 ? [] : ["What would be written:", "", "```diff", ...lines, "```", ""]),
  ];
}
