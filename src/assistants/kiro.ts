import { parse } from "jsonc-parser";
import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect } from "./dialect.ts";
import { readClaudeHook, type ClaudeLike } from "./hooks/claudeHooks.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { launcherName } from "./hooks/launcherName.ts";
import type { NamedCall } from "./hooks/namedCalls.ts";
import { ownFileEditor } from "./hooks/ownFile.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { lists, runs, searchesNamed, sends, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";

/** Its readers take one path, a list of them, or a list of operations: whatever is a path in there is read. */
const readsSome: ToolReader = { channel: "fileRead", uses: unknownTool.uses };
const tools: Readonly<Record<string, ToolReader>> = {
  fs_read: readsSome, readFile: readsSome, readMultipleFiles: readsSome, readCode: readsSome, read: readsSome,
  fs_write: writes("path"), fsWrite: writes("path"), fsAppend: writes("path"), strReplace: writes("path"), str_replace: writes("path"), write: writes("path"), deleteFile: writes("path", "targetFile"),
  execute_bash: runs("command"), executeBash: runs("command"), executePwsh: runs("command", "powershell"), shell: runs("command"),
  grepSearch: searchesNamed("includePattern"), fileSearch: lists, listDirectory: lists, webFetch: sends, remote_web_search: sends, invokeSubAgent: sends,
};

/** Names that its documentation gives for tools, and Amazon Q's. */
export const kiroClient: ClaudeLike = { tools, before: ["allow", "warn", "block"], keepsInput: true, attaches: true, servers: /^(?:@|mcp)/ };

/** By kiro.dev's documentation: a tool is refused by exit code 2; the command line only shows what is said to a prompt. */
export const kiroDialect: Dialect = {
  documented: true,
  events: ["UserPromptSubmit", "PreToolUse"],
  read: (event, payload) => readClaudeHook(kiroClient, event, payload),
  write: (_, verdict) => toExitAnswer(verdict),
};

/** A file of its own among a person's hooks; the editor (1.0) and the command line (3.0) both read it. What fails lets through. */
function hooks(start: HookStart) {
  const entries = kiroDialect.events.map((trigger) => ({
    name: `${launcherName} ${trigger}`, trigger, ...(trigger === "PreToolUse" ? { matcher: ".*" } : {}),
    action: { type: "command", command: toCommandLine(start(trigger)) }, timeout: 20, enabled: true,
  }));
  return ownFileEditor(`${JSON.stringify({ version: "v1", hooks: entries }, undefined, 2)}\n`);
}

function named(text: string, event: string): NamedCall | undefined {
  const { hooks: list } = fieldsOf(parse(text, [], { allowTrailingComma: true }));
  const ours = (Array.isArray(list) ? (list as readonly unknown[]) : []).find((hook) => textIn(hook, "trigger") === event && fieldsOf(hook)["enabled"] !== false && JSON.stringify(hook).includes(launcherName));
  const line = textIn(fieldsOf(ours)["action"], "command");
  return line === undefined ? undefined : { line };
}

const installation: HookInstallation = {
  foundBy: [".kiro"],
  user: [{ path: ".kiro/hooks/gatelodge.json", editor: hooks, named }],
  planted: claudeLikeShapes({ fileRead: "fs_read", fileWrite: "fs_write", shell: "execute_bash" }),
  noLever: { toolResult: "it takes no changed result" },
  switches: [],
};

/** https://kiro.dev/docs */
export const kiro: Assistant = {
  id: "kiro",
  name: "Kiro",
  kind: "cloud",
  editors: ["Kiro"],
  programs: ["kiro-cli"],
  dialect: kiroDialect,
  installation,
};
