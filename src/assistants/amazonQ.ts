import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect } from "./dialect.ts";
import { readClaudeHook } from "./hooks/claudeHooks.ts";
import { runs, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";

/** Its readers take one path, a list of them, or a list of operations: whatever is a path in there is read. */
const readsSome: ToolReader = { channel: "fileRead", uses: unknownTool.uses };
const tools: Readonly<Record<string, ToolReader>> = {
  fs_read: readsSome, readFile: readsSome, readMultipleFiles: readsSome,
  fs_write: writes("path"), fsWrite: writes("path"), fsAppend: writes("path"), strReplace: writes("path"), deleteFile: writes("path", "targetFile"),
  execute_bash: runs("command"), executeBash: runs("command"), executePwsh: runs("command", "powershell"),
};

/** By kiro.dev's documentation: a tool is refused by exit code 2; the command line only shows what is said to a prompt. */
export const kiroDialect: Dialect = {
  documented: true,
  events: ["UserPromptSubmit", "PreToolUse"],
  read: (event, payload) => readClaudeHook({ tools, before: ["allow", "warn", "block"], keepsInput: true, attaches: true }, event, payload),
  write: (_, verdict) => toExitAnswer(verdict),
};

/** https://docs.aws.amazon.com/amazonq */
export const amazonQ: Assistant = {
  id: "amazon-q",
  name: "Amazon Q / Kiro",
  kind: "cloud",
  extensions: ["AmazonWebServices.amazon-q-vscode", "AmazonWebServices.aws-toolkit-vscode"],
  editors: ["Kiro"],
  programs: ["q", "kiro-cli"],
  dialect: kiroDialect,
};
