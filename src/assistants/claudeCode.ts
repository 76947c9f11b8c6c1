import type { Assistant } from "./assistant.ts";
import { denyListEditor } from "./denyList.ts";
import { toJsonAnswer, type Dialect, type Use, type Verdict } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { fieldsOf } from "./hooks/fields.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { environmentSwitch, jsonSwitch } from "./hooks/hookSwitch.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import type { HookInstallation, HookStart } from "./installation.ts";
import { lists, reads, runs, searches, sends, writes, type ToolReader } from "./hooks/toolUses.ts";

// A command that is stopped at its limit has failed.
const shortLimit = 10_000;
const unattended = (uses: readonly Use[]) => uses.map((use) => (use.kind === "run" ? { ...use, unattended: true as const } : use));
const attended: ToolReader = {
  ...runs("command"),
  uses: (input) => {
    const { run_in_background: background, timeout } = fieldsOf(input);
    const uses = runs("command").uses(input);
    return (background !== undefined && background !== false) || (timeout !== undefined && !(typeof timeout === "number" && timeout >= shortLimit)) ? unattended(uses) : uses;
  },
};

const tools: Readonly<Record<string, ToolReader>> = {
  Read: reads("file_path"), NotebookRead: reads("notebook_path"),
  Write: writes("file_path"), Edit: writes("file_path"), MultiEdit: writes("file_path"), NotebookEdit: writes("notebook_path"),
  Grep: searches("path"), Glob: lists, LS: lists,
  Bash: attended, Monitor: { ...runs("command"), uses: (input) => unattended(runs("command").uses(input)) }, PowerShell: runs("command", "powershell"),
  WebFetch: sends, WebSearch: sends, Task: sends, Agent: sends,
  TodoWrite: sends, TaskCreate: sends, TaskUpdate: sends, TaskGet: sends, TaskList: sends, TaskStop: sends, AskUserQuestion: sends, EnterPlanMode: sends, ExitPlanMode: sends, SendMessage: sends, ToolSearch: sends,
};

/** A result counts only in the tool's own shape; anything else is ignored without a word, and the true one is used. */
function writeResult({ reason, subject }: Verdict) {
  if (subject === undefined) return toJsonAnswer({ continue: false, stopReason: reason, decision: "block", reason });
  return toJsonAnswer({ hookSpecificOutput: { hookEventName: "PostToolUse", updatedToolOutput: subject, additionalContext: reason } });
}

/**
 * Measured with Claude Code 2.1.330 (docs/proof-agents.md). A command that fails fires `PostToolUseFailure`, whose answer has no field
 * for a changed result.
 */
export const claudeCodeDialect: Dialect = claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], attaches: true, writeResult, failuresPass: true });

/** Without a shell (`args`), and a hook that fails stops what it was asked about. Other tools' settings may hold the same hooks: they are asked the same. */
const hooks = (start: HookStart) => jsonHooksEditor({
  entries: claudeCodeDialect.events.map((event) => {
    const { program, args } = start(event);
    return { event, entry: { hooks: [{ type: "command", command: program, args, timeout: 20, onFailure: "block" }] } };
  }),
});

const disabled = jsonSwitch("disableAllHooks", true);

const installation: HookInstallation = {
  foundBy: [".claude", ".claude.json"],
  user: [{ path: ".claude/settings.json", editor: hooks, named: namedInJson }],
  // A file of its own in the administrator's folder: nothing of anybody else's is edited.
  managed: {
    paths: { linux: "/etc/claude-code/managed-settings.d/50-gatelodge.json", darwin: "/Library/Application Support/ClaudeCode/managed-settings.d/50-gatelodge.json", win32: "C:/Program Files/ClaudeCode/managed-settings.d/50-gatelodge.json" },
    editor: hooks,
  },
  denies: {
    // Two slashes: anywhere on the machine, not only below the folder it was started in.
    editor: (globs) => denyListEditor(globs.map((glob) => `Read(//${glob.startsWith("**/") ? "" : "**/"}${glob})`)),
    user: ".claude/settings.json",
    managed: { linux: "/etc/claude-code/managed-settings.d/51-gatelodge-denies.json", darwin: "/Library/Application Support/ClaudeCode/managed-settings.d/51-gatelodge-denies.json", win32: "C:/Program Files/ClaudeCode/managed-settings.d/51-gatelodge-denies.json" },
  },
  planted: claudeLikeShapes({ fileRead: "Read", fileWrite: "Write", shell: "Bash", toResponse: (stdout) => ({ stdout, stderr: "", interrupted: false, isImage: false }) }),
  provenWith: "2.1.330",
  // `*` alone was seen to do it; the names are for versions that do not know it.
  denial: { file: ".claude/settings.json", rules: ["*", ...Object.keys(tools), "mcp__*"], editor: denyListEditor },
  switches: [
    { file: ".claude/settings.json", in: ["home", "repository"], find: disabled },
    { file: ".claude/settings.local.json", in: ["repository"], find: disabled },
    { file: ".claude/settings.json", in: ["repository"], find: environmentSwitch },
    { file: ".claude/settings.local.json", in: ["repository"], find: environmentSwitch },
  ],
};

/** https://code.claude.com/docs */
export const claudeCode: Assistant = {
  id: "claude-code",
  name: "Claude Code",
  kind: "cloud",
  extensions: ["anthropic.claude-code"],
  programs: ["claude"],
  packages: ["@anthropic-ai/claude-code"],
  dialect: claudeCodeDialect,
  telemetry: { service: "claude-code", prompt: "user_prompt", request: "api_request", tool: "tool_result" },
  installation,
  modelSettings: { files: [".claude/settings.json"], names: ["ANTHROPIC_BASE_URL"], added: { at: ["env", "ANTHROPIC_BASE_URL"], makesFile: true } },
};
