import type { Assistant } from "./assistant.ts";
import { toJsonAnswer, type Dialect, type Verdict } from "./dialect.ts";
import { claudeLikeDialect } from "./hooks/claudeHooks.ts";
import { readModelContent, textOfResult } from "./hooks/resultText.ts";
import { lists, reads, runs, runsIn, searches, sends, writes, type ToolReader } from "./hooks/toolUses.ts";

const tools: Readonly<Record<string, ToolReader>> = {
  read_file: reads("file_path"), write_file: writes("file_path"), edit: writes("file_path"), notebook_edit: writes("notebook_path"),
  grep_search: searches("path"), glob: lists, list_directory: lists,
  run_shell_command: runsIn("command", "directory"), monitor: runs("command"),
  web_fetch: sends, web_search: sends, agent: sends,
};

/** It has no field for a changed result, but the reason of a stop takes the result's place, and the agent goes on with it. */
const writeResult = ({ reason, subject }: Verdict) => toJsonAnswer({ continue: false, stopReason: subject === undefined ? reason : `${textOfResult(subject)}\n\n${reason}` });

/** Measured with Qwen Code 0.24.4 (docs/proof-agents.md). */
export const qwenCodeDialect: Dialect = claudeLikeDialect({ tools, before: ["allow", "warn", "ask", "block"], keepsInput: true, readResult: readModelContent, attaches: true, writeResult });

/** https://qwenlm.github.io/qwen-code-docs */
export const qwenCode: Assistant = {
  id: "qwen-code",
  name: "Qwen Code",
  kind: "cloud",
  extensions: ["QwenLM.qwen-code-vscode-ide-companion"],
  programs: ["qwen"],
  packages: ["@qwen-code/qwen-code"],
  dialect: qwenCodeDialect,
};
