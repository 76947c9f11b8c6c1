import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type Question } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { commandEntries } from "./hooks/commandEntries.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { toolShapes } from "./hooks/plantedShapes.ts";
import { lists, reads, runs, searchesNamed, sends, undocumentedTool, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import type { HookInstallation, HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  run_terminal_command: runs("command"), run_terminal_cmd: runs("command"), read_file: reads("target_file", "file_path", "path"), search_replace: writes("file_path", "path"), write: writes("file_path", "path"),
  grep: searchesNamed("path"), list_dir: lists, glob: lists, web_search: sends, web_fetch: sends, todo_write: sends, spawn_subagent: sends,
};

/** `{ hookEventName, cwd, workspaceRoot, toolName, toolInput }`; only before a tool runs does an answer stop anything. */
function read(event: string, payload: unknown): Question | undefined {
  const name = textIn(payload, "toolName");
  const named = textIn(payload, "hookEventName") ?? event;
  if (event !== "PreToolUse" || name === undefined || plain(named) !== plain(event)) return undefined;
  const folder = textIn(payload, "cwd") ?? textIn(payload, "workspaceRoot");
  const tool = tools[name] ?? (name.startsWith("mcp") ? unknownTool : undocumentedTool);
  const subject = fieldsOf(payload)["toolInput"];
  return { moment: "before", masksResult: false, attaches: false, subject, channel: tool.channel, uses: tool.uses(subject), able: ["allow", "warn", "block"], ...(folder === undefined ? {} : { folder }) };
}

const plain = (name: string) => name.replaceAll("_", "").toLowerCase();

/** By docs.x.ai: it takes the word and the exit code for a refusal, and anything else but 0 and 2 lets through. */
export const grokDialect: Dialect = {
  documented: true,
  events: ["PreToolUse"],
  read,
  write: (_, { effect, reason }) => (effect === "allow" || effect === "warn" ? toJsonAnswer({ decision: "allow" }) : { ...toJsonAnswer({ decision: "deny", reason }), stderr: `${reason}\n`, exitCode: 2 }),
};

/** A file of its own; without a limit it waits five seconds. It also runs the hooks of Claude Code and Cursor, in its own form, which those do not understand. */
const hooks = (start: HookStart) => jsonHooksEditor({ entries: commandEntries(grokDialect.events, start, { timeout: 20 }) });

const installation: HookInstallation = {
  foundBy: [".grok"],
  user: [{ path: ".grok/hooks/gatelodge.json", editor: hooks, named: namedInJson }],
  planted: toolShapes({
    before: ["PreToolUse", (toolName, toolInput, cwd) => ({ hookEventName: "PreToolUse", sessionId: "self-test", cwd, workspaceRoot: cwd, toolName, toolInput })],
    fileRead: ["read_file", (path) => ({ target_file: path })], fileWrite: ["search_replace", (path) => ({ file_path: path, old_string: "", new_string: "x" })], shell: ["run_terminal_command", (command) => ({ command })],
  }),
  noLever: { prompt: "no answer to a prompt stops it", toolResult: "it takes no changed result" },
  switches: [],
};

/** https://docs.x.ai/build */
export const grokCli: Assistant = {
  id: "grok-cli",
  name: "Grok Build",
  kind: "cloud",
  programs: ["grok"],
  dialect: grokDialect,
  installation,
};
