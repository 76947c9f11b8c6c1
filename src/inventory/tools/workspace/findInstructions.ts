import { isInstructionFile } from "../../../core/instructionFiles.ts";
import type { EditorPlace } from "../editors/editorPlaces.ts";
import { expandPlaces } from "../expandPlaces.ts";
import { rootsOf } from "../rootsOf.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { createTextRisks } from "./textRisks.ts";
import { walkWork } from "./walkWork.ts";

const most = 500;

/** What assistants read of themselves in a home, by their documentation; the last are VS Code's. */
const ofHome = [
  ".claude/CLAUDE.md", ".codex/AGENTS.md", ".gemini/GEMINI.md", ".qwen/QWEN.md", ".config/opencode/AGENTS.md", ".config/crush/CRUSH.md", ".copilot/copilot-instructions.md", ".codeium/windsurf/memories/global_rules.md",
  ".config/goose/.goosehints", ".config/AGENTS.md", ".factory/AGENTS.md", ".kiro/steering/*.md", ".augment/rules/*.md", "Documents/Cline/Rules/*.md", ".roo/rules/*.md", ".continue/rules/*.md",
  ".claude/agents/*.md", ".claude/commands/*.md", ".claude/plugins/cache/*/*/*/agents/*.md", ".claude/plugins/cache/*/*/*/commands/*.md",
  ...[".claude", ".agents", ".codex", ".copilot", ".cursor", ".gemini", ".codeium/windsurf", ".config/opencode", ".config/agents", ".kiro", ".openclaw", ".openclaw/workspace", ".factory", ".claude/plugins/cache/*/*/*"].map((folder) => `${folder}/skills/*/SKILL.md`),
];
const ofEditor = ["prompts/*.instructions.md", "prompts/*.prompt.md", "prompts/*.chatmode.md", "prompts/*.agent.md"];

interface Candidate { readonly path: string; readonly root: string; readonly link: boolean }

/** Files that assistants take for what they should do, and skills: of workspaces, of the home, of editors. */
export async function findInstructions(places: ToolPlaces, editors: readonly EditorPlace[]): Promise<readonly ToolFound[]> {
  const risksOf = createTextRisks();
  const own = [...ofHome.map((path) => ({ path, root: places.home })), ...ofEditor.flatMap((path) => rootsOf(places, editors, "editor").map((root) => ({ path, root })))];
  const candidates = await Promise.all([
    ...places.workspaces.filter((root) => !isAround(root, places.home)).map(async (root): Promise<readonly Candidate[]> => (await walkWork(places.disk, root)).filter(({ inside }) => isText(inside) && isInstructionFile([`/${inside}`])).map(({ path, link }) => ({ path, root, link }))),
    ...own.map(async ({ path, root }): Promise<readonly Candidate[]> => (await expandPlaces(places.disk, root, path)).map((each) => ({ path: each, root, link: false }))),
  ]);
  const found = await Promise.all(candidates.flat().slice(0, most).map((candidate) => toFound(places, candidate, risksOf)));
  return found.flat();
}

async function toFound(places: ToolPlaces, { path, root, link }: Candidate, risksOf: (text: string) => readonly string[]): Promise<readonly ToolFound[]> {
  const read = await places.disk.read(path, root);
  if (read.kind === "absent") return [];
  const parts = path.split(/[/\\]/);
  const isSkill = parts.at(-1)?.toLowerCase() === "skill.md";
  return [{
    kind: isSkill ? "skill" : "instructions", name: shownName((isSkill ? parts.at(-2) : parts.at(-1)) ?? ""), place: shownPlace(places, path),
    evidence: [root === places.home ? "yours" : places.workspaces.includes(root) ? "of the workspace" : "of an editor", ...(link ? ["a link"] : [])],
    risks: read.kind === "text" ? risksOf(read.text) : [read.why],
  }];
}

/** Configurations with fields are read where their fields are known. */
const isText = (inside: string) => !/\.(?:json|toml|ya?ml)$/i.test(inside);

/** A home is no workspace: what is in it is not one project's. */
const isAround = (folder: string, home: string) => home === folder || home.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
