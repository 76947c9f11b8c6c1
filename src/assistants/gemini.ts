import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Moment, type Question, type Use, type Verdict } from "./dialect.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { disabledHookSwitch, environmentFileSwitch, jsonSwitch } from "./hooks/hookSwitch.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { markedBlockEditor } from "./hooks/markedBlock.ts";
import { launcherName } from "./hooks/launcherName.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { readModelContent, textOfResult } from "./hooks/resultText.ts";
import { lists, reads, runsIn, searches, sends, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  read_file: reads("file_path"), write_file: writes("file_path"), replace: writes("file_path"),
  grep_search: searches("dir_path"), glob: lists, list_directory: lists,
  run_shell_command: runsIn("command", "dir_path"),
  web_fetch: sends, google_web_search: sends, invoke_agent: sends, write_todos: sends, ask_user: sends, enter_plan_mode: sends, exit_plan_mode: sends, complete_task: sends,
};

const moments: Readonly<Record<string, Moment>> = { BeforeAgent: "prompt", BeforeModel: "prompt", BeforeTool: "before", AfterTool: "after" };

/** `{ cwd, prompt }`, `{ cwd, tool_name, tool_input, tool_response }`, `{ cwd, llm_request }`. */
function read(event: string, payload: unknown): Question | undefined {
  const fields = fieldsOf(payload);
  const named = textIn(payload, "hook_event_name");
  if (named !== undefined && named !== event) return undefined;
  const moment = moments[event] ?? "other";
  const cwd = textIn(payload, "cwd");
  const base = { moment, masksResult: true, attaches: event === "BeforeAgent", ...(cwd === undefined ? {} : { folder: cwd }) } as const;
  if (moment === "other") return { ...base, subject: undefined, channel: "prompt", uses: [], able: ["allow"] };
  if (event === "BeforeModel") return readRequest(base, fields["llm_request"]);
  if (moment === "prompt") return typeof fields["prompt"] === "string" ? { ...base, subject: fields["prompt"], channel: "prompt", uses: [], able: ["allow", "warn", "block"] } : undefined;
  const name = textIn(payload, "tool_name");
  if (name === undefined) return undefined;
  const tool = tools[name] ?? unknownTool;
  const uses = tool.uses(fields["tool_input"]);
  if (moment === "after") return { ...base, subject: readModelContent(fields["tool_response"]), channel: tool === unknownTool ? "mcp" : "toolResult", uses, able: ["allow", "warn", "redact", "block"] };
  return { ...base, subject: fields["tool_input"], channel: tool.channel, uses, able: tool.channel === "mcp" ? ["allow", "warn", "redact", "block"] : ["allow", "warn", "block"] };
}

/** All text that goes to the model, attached files among it: what the hooks before did not see is masked here, or stopped by its file. */
function readRequest(base: Pick<Question, "moment" | "masksResult" | "attaches" | "folder">, request: unknown): Question | undefined {
  const { messages } = fieldsOf(request);
  if (!Array.isArray(messages)) return undefined;
  const uses = messages.filter((message) => textIn(message, "role") === "user").flatMap((message) => attachedFiles(textIn(message, "content") ?? ""));
  return { ...base, subject: request, channel: "prompt", uses, able: ["allow", "warn", "redact", "block"] };
}

const attachedFiles = (text: string): readonly Use[] =>
  text.includes("--- Content from referenced files ---") ? [...text.matchAll(/^Content from @(.+):$/gm)].map(([, path = ""]) => ({ kind: "maybe", path })) : [];

function write(event: string, { effect, reason, subject }: Verdict): HookAnswer {
  const moment = moments[event] ?? "other";
  if (moment === "other" || effect === "allow") return toJsonAnswer({});
  if (effect === "warn") return toJsonAnswer({ systemMessage: reason });
  // It takes no changed result, but a reason in its place.
  if (moment === "after") return toJsonAnswer({ decision: "deny", reason: subject === undefined ? reason : `${textOfResult(subject)}\n\n${reason}` });
  if (effect === "redact") return toJsonAnswer({ hookSpecificOutput: { hookEventName: event, ...(event === "BeforeModel" ? { llm_request: subject } : { tool_input: subject }) } });
  return toJsonAnswer({ decision: "deny", reason });
}

/** Measured with Gemini CLI 0.61.0 (docs/proof-agents.md). */
export const geminiDialect: Dialect = { events: Object.keys(moments), read, write };

/** By names that nobody can guess: Gemini CLI switches off what a repository names under `hooksConfig.disabled`, by its command where it has no name, and an administrator's hooks too. */
const hooks = (start: HookStart, tag: string, pinned = {}) => jsonHooksEditor({
  entries: geminiDialect.events.map((event) => ({ event, entry: { hooks: [{ type: "command", name: `${launcherName} ${tag} ${event}`, command: toCommandLine(start(event)), timeout: 20_000 }] } })),
  pinned,
});

/** Its policies match a pattern against the arguments as JSON; one with a quantified group is refused, and its rule left out. */
function toNameRules(globs: readonly string[]): readonly string[] {
  return globs.flatMap((glob) => {
    const name = glob.replace(/^\*\*\//, "").split(/(\*\*|\*|\?)/).map((part) => wildcards[part] ?? part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")).join("");
    return ["[[rule]]", "toolName = \"read_file\"", `argsPattern = ${JSON.stringify(`"file_path":.*["/\\\\]${name}"`)}`, "decision = \"deny\"", "priority = 990", ""];
  });
}

const wildcards: Readonly<Record<string, string>> = { "**": "[^\"]*", "*": "[^\"/\\\\]*", "?": "[^\"/\\\\]" };

const installation: HookInstallation = {
  foundBy: [".gemini/settings.json", ".gemini/tmp", ".gemini/oauth_creds.json"],
  user: [{ path: ".gemini/settings.json", editor: (start, { tag }) => hooks(start, tag), named: namedInJson }],
  managed: {
    paths: { linux: "/etc/gemini-cli/settings.json", darwin: "/Library/Application Support/GeminiCli/settings.json", win32: "C:/ProgramData/gemini-cli/settings.json" },
    // Pinned on: else a repository's file switches these off as well.
    editor: (start, { tag }) => hooks(start, tag, { hooksConfig: { enabled: true } }),
  },
  planted: claudeLikeShapes({ events: { prompt: "BeforeAgent", before: "BeforeTool", after: "AfterTool" }, fileRead: "read_file", fileWrite: "write_file", shell: "run_shell_command", toResponse: (llmContent) => ({ llmContent, returnDisplay: "" }) }),
  provenWith: "0.61.0",
  denies: { editor: (globs) => markedBlockEditor({ lines: toNameRules(globs) }), user: ".gemini/policies/gatelodge-names.toml" },
  // Its policies hold without hooks, and a person's stand above a repository's.
  denial: {
    file: ".gemini/policies/gatelodge.toml",
    rules: ["*"],
    editor: (rules) => markedBlockEditor({ lines: rules.flatMap((rule) => ["[[rule]]", `toolName = ${JSON.stringify(rule)}`, "decision = \"deny\"", "priority = 999", "denyMessage = \"Gatelodge: its hooks are switched off here, so no tool is used until that is gone.\""]) }),
  },
  switches: [
    { file: ".gemini/settings.json", in: ["home", "repository"], find: jsonSwitch("hooksConfig.enabled", false) },
    { file: ".gemini/settings.json", in: ["home", "repository"], find: disabledHookSwitch("hooksConfig.disabled") },
    { file: ".gemini/.env", in: ["repository"], find: environmentFileSwitch },
    { file: ".env", in: ["repository"], find: environmentFileSwitch },
  ],
};

/** https://developers.google.com/gemini-code-assist */
export const gemini: Assistant = {
  id: "gemini",
  name: "Gemini",
  kind: "cloud",
  extensions: ["Google.geminicodeassist", "Google.gemini-cli-vscode-ide-companion"],
  programs: ["gemini"],
  packages: ["@google/gemini-cli"],
  dialect: geminiDialect,
  telemetry: { service: "gemini-cli", prompt: "user_prompt", request: "api_request", tool: "tool_call" },
  installation,
};
