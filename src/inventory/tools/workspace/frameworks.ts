/** A way of working in which documents or loops drive assistants, told by what it leaves in a workspace. */
export interface Framework {
  readonly name: string;
  /** One is enough. With `/`; `*` is any one name. */
  readonly marks: readonly string[];
  /** It starts agents again and again, without a person between. */
  readonly loops?: true;
}

export const frameworks: readonly Framework[] = [
  { name: "Spec Kit", marks: [".specify"] },
  { name: "Kiro specs", marks: [".kiro/specs/*/requirements.md", ".kiro/specs/*/design.md"] },
  { name: "OpenSpec", marks: ["openspec/project.md", "openspec/changes", "openspec/specs"] },
  { name: "BMAD Method", marks: [".bmad-core", "_bmad", ".bmad-method"] },
  { name: "Tessl", marks: [".tessl", "tessl.json"] },
  { name: "Task Master", marks: [".taskmaster"] },
  { name: "Agent OS", marks: [".agent-os", "agent-os/product"] },
  { name: "Superpowers", marks: ["docs/superpowers", ".claude/skills/superpowers"] },
  { name: "Get Shit Done", marks: [".gsd", ".planning/PROJECT.md"] },
  { name: "Conductor", marks: ["conductor/tracks.md", "conductor/workflow.md"] },
  { name: "claude-flow", marks: [".claude-flow", ".hive-mind", ".swarm"], loops: true },
  { name: "cc-sdd", marks: [".claude/commands/kiro"] },
  { name: "Ralph loop", marks: [".ralph", "@fix_plan.md"], loops: true },
  { name: "Rulesync", marks: [".rulesync", "rulesync.jsonc"] },
  { name: "Ruler", marks: [".ruler"] },
];
