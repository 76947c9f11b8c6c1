import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect } from "./dialect.ts";
import { readClaudeHook } from "./hooks/claudeHooks.ts";
import { commandEntries } from "./hooks/commandEntries.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { lists, reads, runs, searchesNamed, sends, writes, type ToolReader } from "./hooks/toolUses.ts";
import type { HookInstallation, HookStart } from "./installation.ts";

/** Its documentation names no tools; these are what its prompts call them. Any other is `otherwise`'s. */
const tools: Readonly<Record<string, ToolReader>> = {
  open: reads("path"), open_entire_file: reads("path"), create: writes("filename", "path"), search_replace: writes("path"), edit: writes("path"), multi_edit: writes("path"),
  search_project: searchesNamed("path"), get_file_structure: lists, bash: runs("command"), submit: sends, answer: sends, ask_user: sends, update_status: sends,
};

/** By its documentation of 2026: a hook marked `blockOnError` stops the action when it fails, which exit code 2 is. Earlier pages know hooks at the start of a session only. */
export const junieDialect: Dialect = {
  documented: true,
  events: ["UserPromptSubmit", "PreToolUse"],
  read: (event, payload) => readClaudeHook({ tools, before: ["allow", "warn", "block"], keepsInput: true, attaches: true, servers: /^mcp/ }, event, payload),
  write: (_, verdict) => toExitAnswer(verdict),
};

const hooks = (start: HookStart) => jsonHooksEditor({ entries: commandEntries(junieDialect.events, start, { timeout: 20, blockOnError: true }) });

const installation: HookInstallation = {
  foundBy: [".junie"],
  user: [{ path: ".junie/config.json", editor: hooks, named: namedInJson }],
  planted: claudeLikeShapes({ fileRead: "open", fileWrite: "create", shell: "bash" }),
  noLever: { toolResult: "it takes no changed result" },
  switches: [],
};

/** https://junie.jetbrains.com/docs */
export const junie: Assistant = {
  id: "junie",
  name: "Junie",
  kind: "cloud",
  programs: ["junie"],
  dialect: junieDialect,
  installation,
};
