import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type Verdict } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { lists, reads, runs, searches, sends, writes, type ToolReader } from "./hooks/toolUses.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  Read: reads("file_path"), NotebookRead: reads("notebook_path"),
  Write: writes("file_path"), Edit: writes("file_path"), MultiEdit: writes("file_path"), NotebookEdit: writes("notebook_path"),
  Grep: searches("path"), Glob: lists, LS: lists,
  Bash: runs("command"), Monitor: runs("command"), PowerShell: runs("command", "powershell"),
  WebFetch: sends, WebSearch: sends, Task: sends, Agent: sends,
};

/** A result counts only in the tool's own shape; anything else is ignored without a word, and the true one is used. */
function writeResult({ reason, subject }: Verdict) {
  if (subject === undefined) return toJsonAnswer({ continue: false, stopReason: reason, decision: "block", reason });
  return toJsonAnswer({ hookSpecificOutput: { hookEventName: "PostToolUse", updatedToolOutput: subject, additionalContext: reason } });
}

/** Measured with Claude Code 2.1.330 (docs/proof-agents.md). */
export const claudeCodeDialect: Dialect = claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], attaches: true, writeResult });

/** https://code.claude.com/docs */
export const claudeCode: Assistant = {
  id: "claude-code",
  name: "Claude Code",
  kind: "cloud",
  extensions: ["anthropic.claude-code"],
  programs: ["claude"],
  packages: ["@anthropic-ai/claude-code"],
  dialect: claudeCodeDialect,
};
