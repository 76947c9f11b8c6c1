import type { Assistant } from "./assistant.ts";
import { denyListEditor } from "./denyList.ts";
import { toJsonAnswer, type Dialect, type Verdict } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { disabledHookSwitch, environmentFileSwitch, environmentSwitch, jsonSwitch } from "./hooks/hookSwitch.ts";
import { commandEntries } from "./hooks/commandEntries.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { readModelContent, textOfResult } from "./hooks/resultText.ts";
import { lists, reads, runs, runsIn, searches, sends, writes, type ToolReader } from "./hooks/toolUses.ts";
import type { HookInstallation, HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  read_file: reads("file_path"), write_file: writes("file_path"), edit: writes("file_path"), notebook_edit: writes("notebook_path"),
  grep_search: searches("path"), glob: lists, list_directory: lists,
  run_shell_command: runsIn("command", "directory"), monitor: runs("command"),
  web_fetch: sends, web_search: sends, agent: sends, todo_write: sends, save_memory: sends, ask_user_question: sends, enter_plan_mode: sends, exit_plan_mode: sends,
};

/** It has no field for a changed result, but the reason of a stop takes the result's place, and the agent goes on with it. */
const writeResult = ({ reason, subject }: Verdict) => toJsonAnswer({ continue: false, stopReason: subject === undefined ? reason : `${textOfResult(subject)}\n\n${reason}` });

/** Measured with Qwen Code 0.24.4 (docs/proof-agents.md): it asks no hook about the output of a command that fails. */
export const qwenCodeDialect: Dialect = claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], keepsInput: true, readResult: readModelContent, attaches: true, writeResult, failuresPass: true });

const hooks = (start: HookStart, pinned = {}) => jsonHooksEditor({
  entries: commandEntries(qwenCodeDialect.events, start, { timeout: 20_000 }),
  pinned,
});

const installation: HookInstallation = {
  foundBy: [".qwen"],
  user: [{ path: ".qwen/settings.json", editor: (start) => hooks(start), named: namedInJson }],
  managed: {
    paths: { linux: "/etc/qwen-code/settings.json", darwin: "/Library/Application Support/QwenCode/settings.json", win32: "C:/ProgramData/qwen-code/settings.json" },
    // Pinned on: else a repository's file switches these off as well.
    editor: (start) => hooks(start, { disableAllHooks: false, hooksConfig: { enabled: true } }),
  },
  planted: claudeLikeShapes({ fileRead: "read_file", fileWrite: "write_file", shell: "run_shell_command", toResponse: (llmContent) => ({ llmContent, returnDisplay: "" }) }),
  provenWith: "0.24.4",
  denies: {
    editor: (globs) => denyListEditor(globs.map((glob) => `Read(//${glob.startsWith("**/") ? "" : "**/"}${glob})`)),
    user: ".qwen/settings.json",
  },
  denial: { file: ".qwen/settings.json", rules: [...Object.keys(tools), "mcp__*"], editor: denyListEditor },
  switches: [
    { file: ".qwen/settings.json", in: ["home", "repository"], find: jsonSwitch("disableAllHooks", true) },
    { file: ".qwen/settings.json", in: ["home", "repository"], find: jsonSwitch("hooksConfig.enabled", false) },
    { file: ".qwen/settings.json", in: ["home", "repository"], find: disabledHookSwitch("hooksConfig.disabled") },
    { file: ".qwen/settings.json", in: ["repository"], find: environmentSwitch },
    { file: ".qwen/.env", in: ["repository"], find: environmentFileSwitch },
    { file: ".env", in: ["repository"], find: environmentFileSwitch },
  ],
};

/** https://qwenlm.github.io/qwen-code-docs */
export const qwenCode: Assistant = {
  id: "qwen-code",
  name: "Qwen Code",
  kind: "cloud",
  extensions: ["QwenLM.qwen-code-vscode-ide-companion"],
  programs: ["qwen"],
  packages: ["@qwen-code/qwen-code"],
  dialect: qwenCodeDialect,
  telemetry: { service: "qwen-code", prompt: "user_prompt", request: "api_request", tool: "tool_call" },
  installation,
  modelSettings: { files: [".qwen/settings.json", ".qwen/.env"], names: ["baseUrl", "OPENAI_BASE_URL"] },
};
