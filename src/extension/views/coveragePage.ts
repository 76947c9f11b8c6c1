import { coverage, doors, type CoverageEntry, type Door } from "../../core/coverage.ts";
import type { ServerState } from "../keepRunning.ts";

/** How the guards of this window stand, collected elsewhere. */
export interface WindowState {
  readonly mode: "monitor" | "enforce";
  readonly policy: string;
  readonly serverState: ServerState;
  readonly assistants: readonly string[];
  /** What switches a door off or holes it, as sentences. */
  readonly troubles: ReadonlyMap<Door, readonly string[]>;
  readonly undecided: number;
  readonly lost: number;
  readonly testedWith: string;
  readonly editorVersion: string;
}

const titles: Readonly<Record<Door, string>> = {
  completions: "Completions", neighbours: "Other files open beside", clipboard: "Clipboard", chat: "Chat", commands: "AI commands", terminal: "Terminal", "local models": "Local models",
};

/** What is guarded in this window, door by door, with the holes first. Holds no content and no path. */
export function toCoveragePage(state: WindowState): string {
  return [
    "# What Gatelodge guards in this window", "",
    ...toSummary(state), "",
    "*Self-tested*: seen not to arrive at a stand-in assistant, in a real editor. *Advisory*: told, or taken back a moment later. *No lever*: the editor has none, it arrives. *Switched off*: something here defeats the guard. Nothing is called proven, because no assistant was itself seen to be denied here.", "",
    ...doors.flatMap((door) => toSection(door, state)),
  ].join("\n");
}

function toSummary({ mode, policy, serverState, assistants, undecided, lost, testedWith, editorVersion }: WindowState): readonly string[] {
  const series = (version: string) => version.split(".").slice(0, 2).join(".");
  return [
    `- Policy \`${policy}\` ${mode === "monitor" ? "is in **monitor** mode: everything passes and is only recorded" : "is enforced"}.`,
    `- Language server: ${serverState === "running" ? "running" : `**${serverState}**: nobody looks for secrets in open documents, files are judged by path and head`}.`,
    `- Assistants seen here: ${assistants.length === 0 ? "none" : assistants.join(", ")}.`,
    `- Could not be decided since the start: ${undecided === 0 ? "nothing" : `**${undecided}**, answered by the policy's \`otherwise\``}.`,
    `- Not recorded: ${lost === 0 ? "nothing" : `**${lost}** entries (disk full or read-only)`}.`,
    ...(series(testedWith) === series(editorVersion) ? [] : [`- Tested with VS Code ${testedWith}; **this is ${editorVersion}**: undocumented levers may behave otherwise.`]),
  ];
}

function toSection(door: Door, { mode, troubles }: WindowState): readonly string[] {
  const entries = coverage.filter((entry) => entry.door === door);
  const here = troubles.get(door) ?? [];
  if (entries.length === 0 && here.length === 0) return [];
  const heading = mode === "monitor" || here.length > 0 ? `## ${titles[door]}: **switched off**${mode === "monitor" ? " by monitor mode" : " in part"}` : `## ${titles[door]}`;
  return [heading, "", ...here.map((trouble) => `- **switched off**: ${trouble}`), ...entries.map(toLine), ""];
}

const toLine = ({ route, lever, strength }: CoverageEntry) => `- *${strength}*: ${route}${strength === "no lever" ? "" : ` (${lever})`}`;
