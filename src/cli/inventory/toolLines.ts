import { groupBy } from "../../core/groupBy.ts";
import type { JudgedTool } from "../../inventory/judgeInventory.ts";
import type { ToolKind } from "../../inventory/tools/toolFound.ts";
import { statusText } from "./statusText.ts";

const titles: Readonly<Record<ToolKind, string>> = {
  editor: "Editors",
  extension: "AI extensions",
  agent: "Agents in the terminal",
  mcpServer: "Tool servers (MCP)",
  instructions: "Instructions for assistants",
  skill: "Skills and plugins",
  framework: "Frameworks that drive assistants",
  setting: "Settings that give assistants more power",
  credential: "Credentials within an agent's reach",
  unreadable: "Could not be read",
};

/** The tools of an inventory for a person at a terminal, by kind. */
export function toolLines(tools: readonly JudgedTool[]): readonly string[] {
  return groupBy(tools, ({ kind }) => kind).flatMap((group) => [`${titles[group[0]!.kind]}:`, ...group.flatMap(linesOf)]);
}

const linesOf = ({ name, id, version, place, evidence, risks, standing }: JudgedTool) => [
  `  ${[name, version].filter(Boolean).join(" ")}${id === undefined || id === name ? "" : ` (${id})`}: ${place}${standing === undefined ? "" : ` ${statusText(standing)}`}`,
  ...(evidence.length === 0 ? [] : [`    ${evidence.join("; ")}`]),
  ...risks.map((risk) => `    ! ${risk}`),
];
