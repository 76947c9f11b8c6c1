import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type Verdict } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { environmentSwitch, jsonSwitch } from "./hooks/hookSwitch.ts";
import { commandEntries } from "./hooks/commandEntries.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { lists, reads, runs, searchesNamed, sends, writes, type ToolReader } from "./hooks/toolUses.ts";
import type { HookInstallation, HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  Read: reads("file_path"), Write: writes("file_path"), Edit: writes("file_path"), MultiEdit: writes("file_path"), NotebookEdit: writes("notebook_path"),
  Grep: searchesNamed("path"), Glob: lists, LS: lists, Bash: runs("command"), PowerShell: runs("command", "powershell"),
  WebFetch: sends, WebSearch: sends, Task: sends, Agent: sends, TodoWrite: sends, AskUserQuestion: sends, Skill: sends, ExitPlanMode: sends, EnterPlanMode: sends,
};

/** Of any tool, by the program itself (qodercli 1.1.52, read, not run); its documentation names none. */
const writeResult = ({ reason, subject }: Verdict) => toJsonAnswer({ hookSpecificOutput: { hookEventName: "PostToolUse", updatedToolOutput: subject ?? reason, additionalContext: reason } });

/** By docs.qoder.com: the form that Claude Code began with. */
export const qoderDialect: Dialect = { documented: true, ...claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], keepsInput: true, attaches: true, writeResult, failuresPass: true, servers: /^mcp__/ }) };

/** The command line and the editor's plugin both read this. What fails lets through. */
const hooks = (start: HookStart) => jsonHooksEditor({ entries: commandEntries(qoderDialect.events, start, { timeout: 20 }) });

const installation: HookInstallation = {
  foundBy: [".qoder"],
  user: [{ path: ".qoder/settings.json", editor: hooks, named: namedInJson }],
  planted: claudeLikeShapes({ fileRead: "Read", fileWrite: "Write", shell: "Bash", toResponse: (output) => output }),
  switches: [".qoder/settings.json", ".qoder/settings.local.json"].flatMap((file) => [
    { file, in: ["home", "repository"], find: jsonSwitch("disableAllHooks", true) } as const,
    { file, in: ["home", "repository"], find: jsonSwitch("hooksConfig.enabled", false) } as const,
    { file, in: ["repository"], find: environmentSwitch } as const,
  ]),
};

/** https://docs.qoder.com */
export const qoder: Assistant = {
  id: "qoder",
  name: "Qoder",
  kind: "cloud",
  editors: ["Qoder"],
  programs: ["qodercli"],
  packages: ["@qoder-ai/qodercli"],
  dialect: qoderDialect,
  installation,
};
