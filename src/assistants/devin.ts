import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect } from "./dialect.ts";
import { readClaudeHook } from "./hooks/claudeHooks.ts";
import { commandEntries } from "./hooks/commandEntries.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { lists, reads, runs, searchesNamed, sends, writes, type ToolReader } from "./hooks/toolUses.ts";
import type { HookInstallation, HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  read: reads("file_path", "path"), write: writes("file_path", "path"), edit: writes("file_path", "path"), multi_edit: writes("file_path", "path"),
  grep: searchesNamed("path"), glob: lists, ls: lists, exec: runs("command"), webfetch: sends, web_search: sends, todo_write: sends, run_subagent: sends, ask_user_question: sends,
};

/** By docs.devin.ai: the form that Claude Code began with, refused by exit code 2. It names no working folder: what is relative is judged by its name. */
export const devinDialect: Dialect = {
  documented: true,
  events: ["UserPromptSubmit", "PreToolUse"],
  read: (event, payload) => readClaudeHook({ tools, before: ["allow", "warn", "block"], keepsInput: true, attaches: true, servers: /^mcp__/ }, event, payload),
  write: (_, verdict) => toExitAnswer(verdict),
};

/** It also runs the hooks of Claude Code's settings: they are asked the same. What fails lets through. */
const hooks = (start: HookStart) => jsonHooksEditor({ entries: commandEntries(devinDialect.events, start, { timeout: 20 }) });

const installation: HookInstallation = {
  foundBy: [".config/devin", "AppData/Roaming/devin"],
  user: [
    { path: ".config/devin/config.json", editor: hooks, named: namedInJson },
    { path: "AppData/Roaming/devin/config.json", editor: hooks, named: namedInJson, onlyIfThere: true },
  ],
  planted: claudeLikeShapes({ fileRead: "read", fileWrite: "write", shell: "exec" }),
  noLever: { toolResult: "it takes no changed result" },
  switches: [],
};

/** https://docs.devin.ai/cli */
export const devin: Assistant = {
  id: "devin",
  name: "Devin (Local, CLI)",
  kind: "cloud",
  editors: ["Devin"],
  programs: ["devin"],
  dialect: devinDialect,
  installation,
};
