import type { Assistant } from "./assistant.ts";
import type { Dialect } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { lists, patches, reads, runs, searchesNamed, sends, writes, type ToolReader } from "./hooks/toolUses.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  Read: reads("file_path"), Create: writes("file_path"), Write: writes("file_path"), Edit: writes("file_path"), MultiEdit: writes("file_path"), ApplyPatch: patches,
  Grep: searchesNamed("path"), Glob: lists, LS: lists, Execute: runs("command"), FetchUrl: sends, WebSearch: sends, Task: sends,
};

/** By docs.factory.ai: hooks in the form that Claude Code began with; results cannot be changed. */
export const droidDialect: Dialect = { documented: true, ...claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], keepsInput: true, attaches: true }) };

/** https://docs.factory.ai */
export const droid: Assistant = {
  id: "droid",
  name: "Factory Droid",
  kind: "cloud",
  programs: ["droid"],
  dialect: droidDialect,
};
