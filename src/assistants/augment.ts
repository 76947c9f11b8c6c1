import type { Assistant } from "./assistant.ts";
import { toExitAnswer, toJsonAnswer, type Dialect } from "./dialect.ts";
import { readClaudeHook, type ClaudeLike } from "./hooks/claudeHooks.ts";
import { fieldsOf, textIn } from "./hooks/fields.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { toolShapes } from "./hooks/plantedShapes.ts";
import { lists, reads, runsIn, searchesNamed, sends, unknownTool, writes, type ToolReader } from "./hooks/toolUses.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  view: reads("path"), "save-file": writes("path"), "str-replace-editor": writes("path"),
  "remove-files": { channel: "fileWrite", uses: (input) => unknownTool.uses(fieldsOf(input)["file_paths"]).flatMap((use) => ("path" in use ? [{ kind: "remove", path: use.path } as const] : [])) },
  "grep-search": searchesNamed("directory_absolute_path"), "codebase-retrieval": lists,
  "launch-process": runsIn("command", "cwd"), "web-fetch": sends, "web-search": sends,
};

const client: ClaudeLike = { tools, before: ["allow", "warn", "block"], keepsInput: true, attaches: true };

/** By docs.augmentcode.com, and for the prompt by the program itself (auggie 0.36.0, read, not run): it sends `user_prompt` and takes `continue: false`. */
export const augmentDialect: Dialect = {
  documented: true,
  events: ["PromptSubmit", "PreToolUse"],
  read: (event, payload) => {
    const { workspace_roots: roots, cwd, hook_event_name: named } = fieldsOf(payload);
    const folder: unknown = cwd ?? (Array.isArray(roots) ? roots[0] : undefined);
    if (event !== "PromptSubmit") return readClaudeHook({ ...client, ...(fieldsOf(payload)["is_mcp_tool"] === true ? {} : { servers: /^mcp:/ }) }, event, { ...fieldsOf(payload), cwd: folder });
    if (named !== undefined && named !== event) return undefined;
    return readClaudeHook(client, "UserPromptSubmit", { cwd: folder, prompt: textIn(payload, "user_prompt") ?? textIn(payload, "prompt") });
  },
  write: (event, verdict) => {
    const answer = toExitAnswer(verdict);
    return event === "PromptSubmit" && answer.exitCode !== 0 ? { ...answer, stdout: toJsonAnswer({ continue: false, stopReason: verdict.reason }).stdout } : answer;
  },
};

/** Limits in milliseconds; what fails lets through. Only with a pattern that says all are its tool servers' tools asked about as well. */
const hooks = (start: HookStart) => jsonHooksEditor({
  entries: augmentDialect.events.map((event) => ({ event, entry: { ...(event === "PreToolUse" ? { matcher: ".*" } : {}), hooks: [{ type: "command", command: toCommandLine(start(event)), timeout: 20_000 }] } })),
});

const payload = (event: string, folder: string) => ({ hook_event_name: event, conversation_id: "self-test", workspace_roots: [folder] });

const installation: HookInstallation = {
  foundBy: [".augment"],
  user: [{ path: ".augment/settings.json", editor: hooks, named: namedInJson }],
  managed: { paths: { linux: "/etc/augment/settings.json", darwin: "/etc/augment/settings.json", win32: "C:/ProgramData/Augment/settings.json" }, editor: hooks },
  planted: toolShapes({
    prompt: ["PromptSubmit", (text, folder) => ({ ...payload("PromptSubmit", folder), user_prompt: text })],
    before: ["PreToolUse", (tool, input, folder) => ({ ...payload("PreToolUse", folder), tool_name: tool, tool_input: input, ...(tool === "send" ? { is_mcp_tool: true } : {}) })],
    fileRead: ["view", (path) => ({ path })], fileWrite: ["save-file", (path) => ({ path, file_content: "x" })], shell: ["launch-process", (command) => ({ command })], mcp: "send",
  }),
  noLever: { toolResult: "it takes no changed result" },
  // Its own setting for tools (`toolPermissions`) is the command line's alone, and no file switches hooks off.
  switches: [],
};

/** https://docs.augmentcode.com */
export const augment: Assistant = {
  id: "augment",
  name: "Augment",
  kind: "cloud",
  extensions: ["augment.vscode-augment"],
  programs: ["auggie"],
  packages: ["@augmentcode/auggie"],
  dialect: augmentDialect,
  installation,
};
