import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { fieldsOf } from "./hooks/fields.ts";
import { lists, patches, reads, runs, searchesNamed, sends, writes, type ToolReader } from "./hooks/toolUses.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  read_file: reads("filePath"), view_image: reads("filePath"), create_file: writes("filePath"), insert_edit_into_file: writes("filePath"), replace_string_in_file: writes("filePath"), apply_patch: patches,
  grep_search: searchesNamed("includePattern"), file_search: lists, list_dir: lists, semantic_search: lists,
  run_in_terminal: runs("command"), fetch_webpage: sends, runSubagent: sends,
};

const claudeLike = claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], keepsInput: true, attaches: true });

/** The documentation spells fields one way and the program another: both are read. */
function withPlainNames(payload: unknown): unknown {
  const { hookEventName, toolName, toolInput, ...fields } = fieldsOf(payload);
  const named = { hook_event_name: hookEventName, tool_name: toolName, tool_input: toolInput };
  return { ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)), ...fields };
}

/** By VS Code's documentation of its own agent in the extension host ("Local"), whose hooks the Copilot SDK is to replace. */
export const vscodeLocalDialect: Dialect = {
  documented: true,
  events: claudeLike.events,
  read: (event, payload) => claudeLike.read(event, withPlainNames(payload)),
  write: (event, verdict, question) => {
    const stopsPrompt = event === "UserPromptSubmit" && verdict.effect !== "allow" && verdict.effect !== "warn";
    return stopsPrompt ? toJsonAnswer({ continue: false, stopReason: verdict.reason }) : claudeLike.write(event, verdict, question);
  },
};

/** VS Code's own agent, as far as it does not run on the Copilot SDK. */
export const vscodeLocal: Assistant = {
  id: "vscode-local",
  name: "VS Code agent (Local)",
  kind: "cloud",
  dialect: vscodeLocalDialect,
};
