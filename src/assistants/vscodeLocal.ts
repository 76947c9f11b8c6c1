import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect } from "./dialect.ts";
import { editorFolders } from "./editorFolders.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { jsonSwitch } from "./hooks/hookSwitch.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { toolShapes } from "./hooks/plantedShapes.ts";
import { lists, patches, reads, runs, searchesNamed, sends, writes, type ToolReader } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  read_file: reads("filePath"), view_image: reads("filePath"), create_file: writes("filePath"), insert_edit_into_file: writes("filePath"), replace_string_in_file: writes("filePath"), apply_patch: patches,
  grep_search: searchesNamed("includePattern"), file_search: lists, list_dir: lists, semantic_search: lists,
  run_in_terminal: runs("command"), fetch_webpage: sends, runSubagent: sends, manage_todo_list: sends, get_errors: lists, get_terminal_output: sends,
};

const claudeLike = claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], keepsInput: true, attaches: true, servers: /^mcp_/ });

/** The documentation spells fields one way and the program another: both are read. */
function withPlainNames(payload: unknown): unknown {
  const { hookEventName, toolName, toolInput, ...fields } = fieldsOf(payload);
  const named = { hook_event_name: hookEventName, tool_name: toolName, tool_input: toolInput };
  return { ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)), ...fields };
}

// Copilot's command line and agent host read the same folder, and call their tools in such hooks by Claude Code's names. They have hooks of their own, which can mask.
const toolsOfCopilot: ReadonlySet<string> = new Set(["Read", "Bash", "Write", "Edit", "MultiEdit", "Grep", "Glob", "Task", "WebFetch", "WebSearch"]);
const asksForCopilot = (payload: unknown) => toolsOfCopilot.has(textIn(payload, "tool_name") ?? "");

/** By VS Code's documentation of its own agent in the extension host ("Local"), whose hooks the Copilot SDK is to replace. */
export const vscodeLocalDialect: Dialect = {
  documented: true,
  events: claudeLike.events,
  read: (event, payload) => (asksForCopilot(payload) ? claudeLike.read("", {}) : claudeLike.read(event, withPlainNames(payload))),
  write: (event, verdict, question) => {
    const stopsPrompt = event === "UserPromptSubmit" && verdict.effect !== "allow" && verdict.effect !== "warn";
    return stopsPrompt ? toJsonAnswer({ continue: false, stopReason: verdict.reason }) : claudeLike.write(event, verdict, question);
  },
};

/** It goes on whenever a hook fails or is late, and has no flag for that. */
const hooks = (start: HookStart) => jsonHooksEditor({ entries: vscodeLocalDialect.events.map((event) => ({ event, entry: { type: "command", command: toCommandLine(start(event)), timeout: 20 } })) });

const payload = (event: string, folder: string) => ({ hook_event_name: event, session_id: "self-test", cwd: folder });

const installation: HookInstallation = {
  foundBy: editorFolders,
  user: [{ path: ".copilot/hooks/gatelodge-vscode.json", editor: hooks, named: namedInJson }],
  planted: toolShapes({
    prompt: ["UserPromptSubmit", (prompt, folder) => ({ ...payload("UserPromptSubmit", folder), prompt })],
    before: ["PreToolUse", (tool, input, folder) => ({ ...payload("PreToolUse", folder), tool_name: tool, tool_input: input })],
    fileRead: ["read_file", (filePath) => ({ filePath })], fileWrite: ["create_file", (filePath) => ({ filePath, content: "x" })], shell: ["run_in_terminal", (command) => ({ command })], mcp: "mcp_notes_send",
  }),
  noLever: { toolResult: "a result can be stopped, not masked, and this is not asked for" },
  switches: [
    { file: ".vscode/settings.json", in: ["repository"], find: jsonSwitch("chat.useHooks", false) },
    ...editorFolders.map((folder) => ({ file: `${folder}/settings.json`, in: ["home"], find: jsonSwitch("chat.useHooks", false) } as const)),
  ],
};

/** VS Code's own agent, as far as it does not run on the Copilot SDK. */
export const vscodeLocal: Assistant = {
  id: "vscode-local",
  name: "VS Code agent (Local)",
  kind: "cloud",
  dialect: vscodeLocalDialect,
  installation,
};
