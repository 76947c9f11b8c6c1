import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Question, type Verdict } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { parsedText } from "./hooks/parsedText.ts";
import { lists, reads, runs, searchesNamed, sends, undocumentedTool, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  Shell: runs("command"), Read: reads("file_path", "path", "target_file"), Write: writes("file_path", "path", "target_file"),
  Delete: { channel: "fileWrite", uses: (input) => writes("file_path", "path", "target_file").uses(input).flatMap((use) => ("path" in use ? [{ kind: "remove", path: use.path } as const] : [])) },
  Grep: searchesNamed("path"), Glob: lists, Task: sends,
};

const stops = ["allow", "warn", "block"] as const;

/** Each event has fields of its own; with all come `workspace_roots` and `hook_event_name`. */
function read(event: string, payload: unknown): Question | undefined {
  const fields = fieldsOf(payload);
  const named = textIn(payload, "hook_event_name");
  if (named !== undefined && named !== event) return undefined;
  const roots = fields["workspace_roots"];
  const root: unknown = Array.isArray(roots) ? roots[0] : undefined;
  const cwd = textIn(payload, "cwd") ?? "";
  const folder = cwd === "" ? root : cwd;
  const base = { moment: "before", masksResult: false, attaches: false, able: stops, ...(typeof folder === "string" ? { folder } : {}) } as const;
  const path = textIn(payload, "file_path") ?? textIn(payload, "filePath");
  switch (event) {
    case "beforeSubmitPrompt": return typeof fields["prompt"] === "string" ? { ...base, moment: "prompt", attaches: true, subject: fields["prompt"], channel: "prompt", uses: attachedFiles(fields["attachments"]) } : undefined;
    // It hands over what it would send, which may be newer than the disk.
    case "beforeReadFile": return path === undefined ? undefined : { ...base, subject: fields["content"], channel: "toolResult", uses: [{ kind: "read", path }, ...attachedFiles(fields["attachments"])] };
    case "beforeTabFileRead": return path === undefined ? undefined : { ...base, subject: fields["content"], channel: "completion", uses: [{ kind: "read", path }] };
    case "beforeShellExecution": {
      const command = textIn(payload, "command");
      return command === undefined ? undefined : { ...base, subject: { command }, channel: "shell", uses: [{ kind: "run", command }], able: ["allow", "warn", "ask", "block"] };
    }
    case "beforeMCPExecution": {
      const input = parsedText(fields["tool_input"]);
      return textIn(payload, "tool_name") === undefined ? undefined : { ...base, subject: input, channel: "mcp", uses: unknownTool.uses(input), able: ["allow", "warn", "ask", "block"] };
    }
    case "preToolUse": case "postToolUse": return readTool(base, event, fields);
    default: return { ...base, moment: "other", subject: undefined, channel: "prompt", uses: [], able: ["allow"] };
  }
}

/** After a tool ran only a tool server's result can be changed. */
function readTool(base: Omit<Question, "subject" | "channel" | "uses">, event: string, fields: Readonly<Record<string, unknown>>): Question | undefined {
  const name = textIn(fields, "tool_name");
  if (name === undefined) return undefined;
  const tool = tools[name] ?? (name.startsWith("MCP:") ? unknownTool : undocumentedTool);
  const input = parsedText(fields["tool_input"]);
  if (event === "preToolUse") return { ...base, subject: input, channel: tool.channel, uses: tool.uses(input) };
  return { ...base, moment: "after", subject: parsedText(fields["tool_output"]), channel: name.startsWith("MCP:") ? "mcp" : "toolResult", uses: [], able: name.startsWith("MCP:") ? ["allow", "warn", "redact", "block"] : ["allow", "warn"] };
}

function attachedFiles(attachments: unknown): Question["uses"] {
  return Array.isArray(attachments) ? attachments.flatMap((attachment: unknown) => reads("file_path", "filePath").uses(attachment)) : [];
}

/** An empty answer would stop everything, and so would one of another form: each event is answered in its own. */
function write(event: string, { effect, reason, subject }: Verdict): HookAnswer {
  const passes = effect === "allow" || effect === "warn";
  if (event === "beforeSubmitPrompt") return toJsonAnswer(passes ? { continue: true } : { continue: false, user_message: reason });
  if (event === "postToolUse") return toJsonAnswer(passes ? {} : { updated_mcp_tool_output: subject ?? reason });
  if (!permissions.has(event)) return toJsonAnswer({});
  if (passes) return toJsonAnswer({ permission: "allow" });
  const said = { user_message: reason, agent_message: reason };
  if (effect === "ask") return toJsonAnswer({ permission: "ask", ...said });
  return { stdout: `${JSON.stringify({ permission: "deny", ...said })}\n`, stderr: `${reason}\n`, exitCode: 2 };
}

const permissions: ReadonlySet<string> = new Set(["beforeReadFile", "beforeTabFileRead", "beforeShellExecution", "beforeMCPExecution", "preToolUse"]);

/** By cursor.com/docs/hooks (August and September 2026); an event that an installed version does not know voids its whole file. */
export const cursorDialect: Dialect = { documented: true, events: ["beforeSubmitPrompt", ...permissions, "postToolUse"], read, write };

/** Whatever goes wrong with a hook refuses (`failClosed`), which it would not by itself. Cursor also runs the hooks of Claude Code's settings: they are asked the same. */
const hooks = (start: HookStart) => jsonHooksEditor({
  entries: cursorDialect.events.map((event) => ({ event, entry: { command: toCommandLine(start(event)), timeout: 20, failClosed: true } })),
  top: { version: 1 },
});

const payload = (event: string, folder: string) => ({ hook_event_name: event, conversation_id: "self-test", workspace_roots: [folder] });

const installation: HookInstallation = {
  foundBy: [".cursor"],
  user: [{ path: ".cursor/hooks.json", editor: hooks, named: namedInJson }],
  managed: { paths: { linux: "/etc/cursor/hooks.json", darwin: "/Library/Application Support/Cursor/hooks.json", win32: "C:/ProgramData/Cursor/hooks.json" }, editor: hooks },
  planted: {
    prompt: ["beforeSubmitPrompt", (prompt, folder) => ({ ...payload("beforeSubmitPrompt", folder), prompt, attachments: [] })],
    fileRead: ["beforeReadFile", (path, folder) => ({ ...payload("beforeReadFile", folder), file_path: path, content: "", attachments: [] })],
    shell: ["beforeShellExecution", (command, folder) => ({ ...payload("beforeShellExecution", folder), command, cwd: folder })],
    fileWrite: ["preToolUse", (path, folder) => ({ ...payload("preToolUse", folder), tool_name: "Write", tool_input: { file_path: path, content: "x" } })],
    mcp: ["beforeMCPExecution", (path, folder) => ({ ...payload("beforeMCPExecution", folder), tool_name: "send", tool_input: JSON.stringify({ path }), mcp_server_name: "notes" })],
    toolResult: ["postToolUse", (text, folder) => ({ ...payload("postToolUse", folder), tool_name: "MCP:show", tool_input: {}, tool_output: JSON.stringify({ content: [{ type: "text", text }] }) })],
    completion: ["beforeTabFileRead", (path, folder) => ({ ...payload("beforeTabFileRead", folder), file_path: path, content: "" })],
  },
  // A repository's own hooks are asked beside these, and an invalid file voids only itself.
  switches: [],
};

/** Cursor Tab is built into the editor and is no extension provider: no lever here, its own hooks are. */
export const cursor: Assistant = {
  id: "cursor",
  name: "Cursor",
  kind: "cloud",
  extensions: ["anysphere.cursorpyright"],
  editors: ["Cursor"],
  programs: ["cursor-agent"],
  dialect: cursorDialect,
  installation,
};
