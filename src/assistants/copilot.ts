import type { Assistant } from "./assistant.ts";
import { denyListEditor } from "./denyList.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Moment, type Question, type Verdict } from "./dialect.ts";
import { editorFolders } from "./editorFolders.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { environmentSwitch, jsonSwitch } from "./hooks/hookSwitch.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { toolShapes } from "./hooks/plantedShapes.ts";
import { lists, patches, reads, runs, searches, sends, types, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import type { HookInstallation, HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  view: reads("path"), create: writes("path"), edit: writes("path"), str_replace_editor: writes("path"), apply_patch: patches,
  grep: searches("path"), rg: searches("path"), glob: lists,
  bash: runs("command"), write_bash: types("input"), powershell: runs("command", "powershell"), write_powershell: runs("input", "powershell"),
  web_fetch: sends, web_search: sends, task: sends,
};

const moments: Readonly<Record<string, Moment>> = { userPromptSubmitted: "prompt", preToolUse: "before", postToolUse: "after" };

/** `{ cwd, prompt }`, `{ cwd, toolName, toolArgs, toolResult }`. Arguments come as an object or as JSON in a text. */
function read(event: string, payload: unknown): Question | undefined {
  const fields = fieldsOf(payload);
  const moment = moments[event] ?? "other";
  const cwd = textIn(payload, "cwd");
  const base = { moment, masksResult: true, attaches: true, ...(cwd === undefined ? {} : { folder: cwd }) } as const;
  if (moment === "other") return { ...base, subject: undefined, channel: "prompt", uses: [], able: ["allow"] };
  if (moment === "prompt") return typeof fields["prompt"] === "string" ? { ...base, subject: fields["prompt"], channel: "prompt", uses: [], able: ["allow", "warn", "redact", "block"] } : undefined;
  const name = textIn(payload, "toolName");
  if (name === undefined) return undefined;
  const tool = tools[name] ?? unknownTool;
  const input = parseArguments(fields["toolArgs"]);
  const uses = tool.uses(input);
  if (moment === "after") return { ...base, subject: fields["toolResult"], channel: tool === unknownTool ? "mcp" : "toolResult", uses, able: ["allow", "warn", "redact", "block"] };
  return { ...base, subject: input, channel: tool.channel, uses, able: tool.channel === "mcp" ? ["allow", "warn", "redact", "ask", "block"] : ["allow", "warn", "ask", "block"] };
}

function parseArguments(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value; // a tool that takes free text
  }
}

/** An empty answer is no opinion: `allow` would answer the client's own question as well. */
function write(event: string, { effect, reason, subject }: Verdict): HookAnswer {
  const moment = moments[event] ?? "other";
  if (moment === "other" || effect === "allow" || effect === "warn") return toJsonAnswer({});
  if (moment === "prompt") return toJsonAnswer(effect === "redact" ? { modifiedPrompt: subject } : { decision: "block", reason });
  // Without a result to change, one that says why takes its place.
  if (moment === "after") return toJsonAnswer({ modifiedResult: subject ?? { resultType: "success", textResultForLlm: reason } });
  if (effect === "redact") return toJsonAnswer({ modifiedArgs: subject });
  return toJsonAnswer({ permissionDecision: effect === "ask" ? "ask" : "deny", permissionDecisionReason: reason });
}

/** Measured with Copilot CLI 1.0.102 (docs/proof-agents.md). */
export const copilotDialect: Dialect = { events: Object.keys(moments), read, write };

/** Without a shell (`exec`). It has no flag for a hook that fails: before a tool it refuses by itself. */
const hooks = (start: HookStart) => jsonHooksEditor({
  entries: copilotDialect.events.map((event) => {
    const { program, args } = start(event);
    return { event, entry: { type: "command", exec: program, args, timeoutSec: 20 } };
  }),
  top: { version: 1 },
});

const disabled = jsonSwitch("disableAllHooks", true);
const settingsFiles = [".github/copilot/settings.json", ".github/copilot/settings.local.json", ".claude/settings.json", ".claude/settings.local.json"];

const installation: HookInstallation = {
  foundBy: [".copilot"],
  user: [{ path: ".copilot/hooks/gatelodge.json", editor: hooks, named: namedInJson }],
  managed: { paths: { linux: "/etc/github-copilot/policy.d/gatelodge.json", darwin: "/etc/github-copilot/policy.d/gatelodge.json", win32: "C:/ProgramData/GitHub/Copilot/policy.d/gatelodge.json" }, editor: hooks },
  planted: toolShapes({
    prompt: ["userPromptSubmitted", (prompt, cwd) => ({ cwd, prompt })],
    before: ["preToolUse", (toolName, toolArgs, cwd) => ({ cwd, toolName, toolArgs })],
    after: ["postToolUse", (toolName, toolArgs, textResultForLlm, cwd) => ({ cwd, toolName, toolArgs, toolResult: { resultType: "success", textResultForLlm } })],
    fileRead: ["view", (path) => ({ path })], fileWrite: ["create", (path) => ({ path, file_text: "x" })], shell: ["bash", (command) => ({ command })],
  }),
  provenWith: "1.0.102",
  // Only an administrator's file has such a list.
  denies: {
    editor: (globs) => denyListEditor(globs.map((glob) => `Read(${glob.startsWith("**/") ? "" : "**/"}${glob})`)),
    managed: { linux: "/etc/github-copilot/managed-settings.json", darwin: "/Library/Application Support/GitHubCopilot/managed-settings.json", win32: "C:/Program Files/GitHubCopilot/managed-settings.json" },
  },
  switches: [
    ...settingsFiles.flatMap((file) => [{ file, in: ["repository"], find: disabled } as const, { file, in: ["repository"], find: environmentSwitch } as const]),
    { file: ".vscode/settings.json", in: ["repository"], find: jsonSwitch("chat.useHooks", false) },
  ],
};

/** Group ids read in the bundled Copilot Chat 0.67 (VS Code 1.139); not run signed in. */
export const copilot: Assistant = {
  id: "github-copilot",
  name: "GitHub Copilot",
  kind: "cloud",
  extensions: ["GitHub.copilot", "GitHub.copilot-chat"],
  completionGroups: ["completions", "nes", "contextService"],
  programs: ["copilot"],
  packages: ["@github/copilot"],
  dialect: copilotDialect,
  // As documented: https://code.visualstudio.com/docs/copilot/guides/monitoring-agents; not run.
  telemetry: { service: "copilot-chat", prompt: "copilot_chat.agent.turn", request: "gen_ai.client.inference.operation.details", tool: "copilot_chat.tool.call" },
  installation,
  modelSettings: {
    files: editorFolders.flatMap((folder) => ["settings.json", "chatLanguageModels.json"].map((name) => `${folder}/${name}`)),
    names: ["github.copilot.chat.byok.ollamaEndpoint", "url", "endpoint"],
    added: { at: ["github.copilot.chat.byok.ollamaEndpoint"], makesFile: false },
    byHand: (url) => `the command line has no file for it: start it with COPILOT_PROVIDER_BASE_URL=${url}/v1`,
  },
};
