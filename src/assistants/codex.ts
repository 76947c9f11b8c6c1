import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Verdict } from "./dialect.ts";
import { readClaudeHook, type ClaudeLike } from "./hooks/claudeHooks.ts";
import { textOfResult } from "./hooks/resultText.ts";
import { patches, reads, runs, sends, types, type ToolReader } from "./hooks/toolUses.ts";
import { commandEntries } from "./hooks/commandEntries.ts";
import { jsonHooksEditor } from "./hooks/jsonHooks.ts";
import { markedBlockEditor } from "./hooks/markedBlock.ts";
import { namedInJson } from "./hooks/namedCalls.ts";
import { claudeLikeShapes } from "./hooks/plantedShapes.ts";
import { definesToml, tomlSwitch } from "./hooks/tomlSwitch.ts";
import { toCommandLine, type HookInstallation, type HookStart } from "./installation.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  Bash: runs("command"), shell: runs("command"), exec_command: runs("cmd"), write_stdin: types("chars"),
  view_image: reads("path"), apply_patch: patches, spawn_agent: sends, update_plan: sends, request_user_input: sends, send_input: sends,
};

/** It knows no question (`ask` runs the tool), and takes no changed result, but a reason in its place. */
const client: ClaudeLike = { tools, before: ["allow", "warn", "block"], attaches: false, writeResult: ({ reason, subject }) => toJsonAnswer({ decision: "block", reason: subject === undefined ? reason : `${textOfResult(subject)}\n\n${reason}` }) };

const moments: Readonly<Record<string, "prompt" | "before" | "after">> = { UserPromptSubmit: "prompt", PreToolUse: "before", PostToolUse: "after" };

/** Only what was measured to be read: a field it does not know could void the answer, and so allow. */
function write(event: string, verdict: Verdict): HookAnswer {
  const { effect, reason, subject } = verdict;
  const moment = moments[event];
  if (moment === undefined || effect === "allow" || effect === "warn") return toJsonAnswer({});
  if (moment === "prompt") return toJsonAnswer({ decision: "block", reason });
  if (moment === "after") return client.writeResult?.(verdict) ?? toJsonAnswer({ decision: "block", reason });
  const decision = effect === "redact" ? { permissionDecision: "allow", updatedInput: subject } : { permissionDecision: "deny", permissionDecisionReason: reason };
  return toJsonAnswer({ hookSpecificOutput: { hookEventName: event, ...decision } });
}

/** Measured with Codex 0.169.0 (docs/proof-agents.md). */
export const codexDialect: Dialect = { events: Object.keys(moments), read: (event, payload) => readClaudeHook(client, event, payload), write };

const limit = 20;

const personHooks = (start: HookStart) => jsonHooksEditor({
  entries: commandEntries(codexDialect.events, start, { timeout: limit }),
});

/** Hooks pinned on: without the feature set here a person's own setting or a flag turns an administrator's hooks off. */
const administratorHooks = (start: HookStart) => markedBlockEditor({
  lines: [
    "[features]", "hooks = true", "", "[hooks]", "managed_dir = \"/etc/codex\"",
    ...codexDialect.events.flatMap((event) => ["", `[[hooks.${event}]]`, `[[hooks.${event}.hooks]]`, "type = \"command\"", `command = ${JSON.stringify(toCommandLine(start(event)))}`, `timeout = ${limit}`]),
  ],
  conflict: (others) => (["features", "hooks"].some((table) => definesToml(others, table)) ? "it has [features] or [hooks] of its own; add the lines by hand" : undefined),
});

const installation: HookInstallation = {
  foundBy: [".codex"],
  user: [{ path: ".codex/hooks.json", editor: personHooks, named: namedInJson }],
  managed: { paths: { linux: "/etc/codex/requirements.toml", darwin: "/etc/codex/requirements.toml" }, editor: administratorHooks },
  planted: claudeLikeShapes({ shell: "Bash", toResponse: (output) => output }),
  provenWith: "0.169.0",
  trust: { file: ".codex/config.toml", isGiven: (text) => text.includes("hooks.json:pre_tool_use:") && text.includes("trusted_hash"), how: "Codex runs these hooks only once you trust them: start codex and accept them under /hooks." },
  switches: [{ file: ".codex/config.toml", in: ["home", "repository"], find: tomlSwitch("features", "hooks", "false") }],
};

/** https://developers.openai.com/codex */
export const codex: Assistant = {
  id: "codex",
  name: "OpenAI Codex",
  kind: "cloud",
  extensions: ["openai.chatgpt"],
  programs: ["codex"],
  packages: ["@openai/codex"],
  dialect: codexDialect,
  telemetry: { service: "codex", prompt: "user_prompt", request: "api_request", tool: "tool_result" },
  installation,
  modelSettings: { files: [".codex/config.toml"], names: ["base_url"], byHand: (url) => `for codex --oss start it with CODEX_OSS_BASE_URL=${url}/v1` },
};
