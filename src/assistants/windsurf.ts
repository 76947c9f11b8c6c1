import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect, type Question } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { runsIn, unknownTool, writes } from "./hooks/toolUses.ts";

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

/** https://docs.windsurf.com */
export const windsurf: Assistant = {
  id: "windsurf",
  name: "Windsurf / Devin",
  kind: "cloud",
  extensions: ["Codeium.codeium", "codeium.windsurfpyright"],
  editors: ["Windsurf", "Devin"],
  completionGroups: ["codeium"],
  programs: ["devin"],
  dialect: windsurfDialect,
};
