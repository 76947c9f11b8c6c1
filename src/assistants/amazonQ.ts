import type { Assistant } from "./assistant.ts";
import { toExitAnswer, type Dialect } from "./dialect.ts";
import { readClaudeHook } from "./hooks/claudeHooks.ts";
import { kiroClient } from "./kiro.ts";

const names: Readonly<Record<string, string>> = { preToolUse: "PreToolUse", userPromptSubmit: "UserPromptSubmit" };

/**
 * By the source of its command line: a tool is refused by exit code 2, and what is said to a prompt is only shown. Its hooks belong to
 * the file of one agent, and are gone when another is chosen: there is no place for all of them, so none are installed.
 */
export const amazonQDialect: Dialect = {
  documented: true,
  events: Object.keys(names),
  read: (event, payload) => readClaudeHook(kiroClient, names[event] ?? event, payload),
  write: (_, verdict) => toExitAnswer(verdict),
};

/** https://docs.aws.amazon.com/amazonq */
export const amazonQ: Assistant = {
  id: "amazon-q",
  name: "Amazon Q",
  kind: "cloud",
  extensions: ["AmazonWebServices.amazon-q-vscode", "AmazonWebServices.aws-toolkit-vscode"],
  programs: ["q"],
  dialect: amazonQDialect,
};
