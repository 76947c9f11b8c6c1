import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect, type Question } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { runsIn, unknownTool, writes } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";

/** `{ agent_action_name, tool_info }`; what is read may be a folder with all below it. */
function read(event: string, payload: unknown): Question | undefined {
  const named = textIn(payload, "agent_action_name");
  const info = fieldsOf(payload)["tool_info"];
  if ((named !== undefined && named !== event) || typeof info !== "object" || info === null) return undefined;
  const base = { moment: "before", masksResult: false, attaches: false, subject: info, able: ["allow", "warn", "block"] } as const;
  const path = textIn(info, "file_path");
  switch (event) {
    case "pre_user_prompt": return textIn(info, "user_prompt") === undefined ? undefined : { ...base, moment: "prompt", attaches: true, subject: textIn(info, "user_prompt"), channel: "prompt", uses: [] };
    case "pre_read_code": return path === undefined ? undefined : { ...base, channel: "fileRead", uses: [{ kind: "search", path }] };
    case "pre_write_code": return { ...base, channel: "fileWrite", uses: writes("file_path").uses(info) };
    case "pre_run_command": return { ...base, channel: "shell", uses: runsIn("command_line", "cwd").uses(info) };
    case "pre_mcp_tool_use": return { ...base, subject: fieldsOf(info)["mcp_tool_arguments"], channel: "mcp", uses: unknownTool.uses(fieldsOf(info)["mcp_tool_arguments"]) };
    default: return { ...base, moment: "other", subject: undefined, channel: "prompt", uses: [], able: ["allow"] };
  }
}

/** By docs.windsurf.com on Cascade's hooks: exit code 2 refuses, whatever else is said goes on. */
export const windsurfDialect: Dialect = {
  documented: true,
  events: ["pre_user_prompt", "pre_read_code", "pre_write_code", "pre_run_command", "pre_mcp_tool_use"],
  read,
  write: (_, verdict) => toExitAnswer(verdict),
};

/** Its limit cannot be set, nor what a failing hook means: it goes on. */
const hooks = (start: HookStart) => jsonHooksEditor({ entries: windsurfDialect.events.map((event) => ({ event, entry: { command: toCommandLine(start(event)), show_output: true } })) });

const payload = (event: string, info: object) => ({ agent_action_name: event, trajectory_id: "self-test", tool_info: info });

const installation: HookInstallation = {
  foundBy: [".codeium/windsurf"],
  user: [{ path: ".codeium/windsurf/hooks.json", editor: hooks, named: namedInJson }],
  managed: { paths: { linux: "/etc/windsurf/hooks.json", darwin: "/Library/Application Support/Windsurf/hooks.json", win32: "C:/ProgramData/Windsurf/hooks.json" }, editor: hooks },
  planted: {
    prompt: ["pre_user_prompt", (text) => payload("pre_user_prompt", { user_prompt: text })],
    fileRead: ["pre_read_code", (path) => payload("pre_read_code", { file_path: path })],
    shell: ["pre_run_command", (command, folder) => payload("pre_run_command", { command_line: command, cwd: folder })],
    fileWrite: ["pre_write_code", (path) => payload("pre_write_code", { file_path: path, edits: [] })],
    mcp: ["pre_mcp_tool_use", (path) => payload("pre_mcp_tool_use", { mcp_server_name: "notes", mcp_tool_name: "send", mcp_tool_arguments: { path } })],
  },
  noLever: { toolResult: "it takes no answer about a result" },
  switches: [],
};

/** https://docs.windsurf.com */
export const windsurf: Assistant = {
  id: "windsurf",
  name: "Windsurf (Cascade)",
  kind: "cloud",
  extensions: ["Codeium.codeium", "codeium.windsurfpyright"],
  editors: ["Windsurf"],
  completionGroups: ["codeium"],
  dialect: windsurfDialect,
  installation,
};
