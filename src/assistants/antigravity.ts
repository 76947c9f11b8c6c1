import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type Question } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { jsonSwitch } from "./hooks/hookSwitch.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedUnder } from "./hooks/namedCalls.ts";
import { toolShapes } from "./hooks/plantedShapes.ts";
import { lists, reads, runsIn, searchesNamed, sends, types, undocumentedTool, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";
import type { TextEditor } from "./textEdit.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  view_file: reads("AbsolutePath"), view_file_outline: reads("AbsolutePath"), view_code_item: reads("File"),
  write_to_file: writes("TargetFile"), replace_file_content: writes("TargetFile"), multi_replace_file_content: writes("TargetFile"),
  grep_search: searchesNamed("SearchPath"), codebase_search: lists, find_by_name: lists, list_dir: lists,
  run_command: runsIn("CommandLine", "Cwd"), send_command_input: types("Input"), command_status: sends,
  read_url_content: sends, search_web: sends, invoke_subagent: sends, task_boundary: sends, notify_user: sends,
};

/** `{ toolCall: { name, args }, workspacePaths }`. It has no event of a prompt whose answer stops it. */
function read(event: string, payload: unknown): Question | undefined {
  const { toolCall, workspacePaths } = fieldsOf(payload);
  const name = textIn(toolCall, "name");
  if (event !== "PreToolUse" || name === undefined) return undefined;
  const folder: unknown = Array.isArray(workspacePaths) ? workspacePaths[0] : undefined;
  const tool = tools[name] ?? (name.startsWith("mcp") ? unknownTool : undocumentedTool);
  const subject = fieldsOf(toolCall)["args"];
  return { moment: "before", masksResult: false, attaches: false, subject, channel: tool.channel, uses: tool.uses(subject), able: ["allow", "warn", "ask", "block"], ...(typeof folder === "string" ? { folder } : {}) };
}

/** After the client's own guide and what others saw of `agy` 1.1: without a decision it refuses, and `ask` would be answered by what a person once allowed. */
export const antigravityDialect: Dialect = {
  documented: true,
  events: ["PreToolUse"],
  read,
  write: (_, { effect, reason }) => (effect === "allow" || effect === "warn" ? toJsonAnswer({ decision: "allow" }) : toJsonAnswer({ decision: effect === "ask" ? "force_ask" : "deny", reason })),
};

const group = "gatelodge";

/** A group of hooks under a name of its own. One comment in the file, and the client reads none of it without a word. */
function hooks(start: HookStart): TextEditor {
  const editor = jsonHooksEditor({ under: group, entries: antigravityDialect.events.map((event) => ({ event, entry: { matcher: "*", hooks: [{ type: "command", command: toCommandLine(start(event)), timeout: 20 }] } })) });
  return { ...editor, put: (text) => (isStrict(text) ? editor.put(text) : { error: "it is no plain JSON, so its client does not read it; take comments and last commas out" }) };
}

function isStrict(text = ""): boolean {
  try {
    return text.trim() === "" || JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}

const installation: HookInstallation = {
  foundBy: [".gemini/antigravity-cli", ".gemini/config", ".antigravity"],
  user: [{ path: ".gemini/config/hooks.json", editor: hooks, named: namedUnder(group) }],
  planted: toolShapes({
    before: ["PreToolUse", (name, args, folder) => ({ toolCall: { name, args }, workspacePaths: [folder], stepIdx: 1 })],
    fileRead: ["view_file", (path) => ({ AbsolutePath: path })], fileWrite: ["write_to_file", (path) => ({ TargetFile: path, CodeContent: "x" })], shell: ["run_command", (command) => ({ CommandLine: command })], mcp: "mcp_notes_send",
  }),
  noLever: { prompt: "no hook of its own is asked about a prompt", toolResult: "it takes no changed result" },
  switches: [{ file: ".gemini/config/hooks.json", in: ["home"], find: jsonSwitch(`${group}.enabled`, false) }],
};

/** https://antigravity.google/docs */
export const antigravity: Assistant = {
  id: "antigravity",
  name: "Antigravity",
  kind: "cloud",
  extensions: ["Google.google-antigravity"],
  editors: ["Antigravity"],
  programs: ["agy"],
  dialect: antigravityDialect,
  installation,
};
