import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type HookAnswer, type Verdict } from "./dialect.ts";
import { readClaudeHook, type ClaudeLike } from "./hooks/claudeHooks.ts";
import { textOfResult } from "./hooks/resultText.ts";
import { patches, reads, runs, sends, type ToolReader } from "./hooks/toolUses.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  Bash: runs("command"), shell: runs("command"), exec_command: runs("cmd"), write_stdin: runs("chars"),
  view_image: reads("path"), apply_patch: patches, spawn_agent: sends, send_input: sends,
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

/** https://developers.openai.com/codex */
export const codex: Assistant = {
  id: "codex",
  name: "OpenAI Codex",
  kind: "cloud",
  extensions: ["openai.chatgpt"],
  programs: ["codex"],
  packages: ["@openai/codex"],
  dialect: codexDialect,
};
