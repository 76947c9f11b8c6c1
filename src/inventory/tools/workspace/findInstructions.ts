import { isInstructionFile } from "../../../core/instructionFiles.ts";
import type { EditorPlace } from "../editors/editorPlaces.ts";
import { expandPlaces } from "../expandPlaces.ts";
import { rootsOf } from "../rootsOf.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { createTextRisks } from "./textRisks.ts";
import { walkWork } from "./walkWork.ts";

// A repository may bring as many as it likes: so much is looked into, in so many at a time.
const most = { files: 500, bytes: 300_000, together: 10, total: 10_000_000 };

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
    ...places.workspaces.map(async (root): Promise<readonly Candidate[]> => (await walkWork(places.disk, root)).filter(({ inside }) => isText(inside) && isInstructionFile([`/${inside}`])).map(({ path, link }) => ({ path, root, link }))),
    ...own.map(async ({ path, root }): Promise<readonly Candidate[]> => (await expandPlaces(places.disk, root, path)).map((each) => ({ path: each, root, link: false }))),
  ]);
  const files = candidates.flat().slice(0, most.files);
  const found: ToolFound[] = [];
  const seen = { bytes: 0 };
  for (let at = 0; at < files.length; at += most.together) {
    const read = await Promise.all(files.slice(at, at + most.together).map(async (candidate) => ({ candidate, text: await places.disk.read(candidate.path, candidate.root, most.bytes) })));
    for (const { candidate, text } of read) {
      if (text.kind === "absent") continue;
      seen.bytes += text.kind === "text" ? text.text.length : 0;
      found.push(toFound(places, candidate, text.kind === "refused" ? [text.why] : seen.bytes > most.total ? ["not looked into: there are too many"] : risksOf(text.text)));
    }
  }
  return found;
}

function toFound(places: ToolPlaces, { path, root, link }: Candidate, risks: readonly string[]): ToolFound {
  const parts = path.split(/[/\\]/);
  const isSkill = parts.at(-1)?.toLowerCase() === "skill.md";
  return {
    kind: isSkill ? "skill" : "instructions", name: shownName((isSkill ? parts.at(-2) : parts.at(-1)) ?? ""), place: shownPlace(places, path),
    evidence: [root === places.home ? "yours" : places.workspaces.includes(root) ? "of the workspace" : "of an editor", ...(link ? ["a link"] : [])],
    risks,
  };
}

/** Configurations with fields are read where their fields are known. */
const isText = (inside: string) => !/\.(?:json|toml|ya?ml)$/i.test(inside);
