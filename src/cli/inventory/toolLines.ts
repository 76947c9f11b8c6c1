import { groupBy } from "../../core/groupBy.ts";
import type { JudgedTool } from "../../inventory/judgeInventory.ts";
import { toolTitles } from "../../inventory/tools/toolTitles.ts";
import { statusText } from "./statusText.ts";

/** The tools of an inventory for a person at a terminal, by kind. */
export function toolLines(tools: readonly JudgedTool[]): readonly string[] {
  return groupBy(tools, ({ kind }) => kind).flatMap((group) => [`${toolTitles[group[0]!.kind]}:`, ...group.flatMap(linesOf)]);
}

const linesOf = ({ name, id, version, place, evidence, risks, standing }: JudgedTool) => [
  `  ${[name, version].filter(Boolean).join(" ")}${id === undefined || id === name ? "" : ` (${id})`}: ${place}${standing === undefined ? "" : ` ${statusText(standing)}`}`,
  ...(evidence.length === 0 ? [] : [`    ${evidence.join("; ")}`]),
  ...risks.map((risk) => `    ! ${risk}`),
];
