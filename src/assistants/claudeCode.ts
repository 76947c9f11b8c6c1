import type { Assistant } from "./assistant.ts";
import { claudeCodeDialect } from "./dialects/claudeCode.ts";

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
