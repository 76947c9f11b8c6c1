import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { claudeCodeDialect } from "../../src/assistants/claudeCode.ts";
import type { HookCommand, TestClient } from "./testClient.ts";

function settingsWith(hook: HookCommand): string {
  const hooks = Object.fromEntries(claudeCodeDialect.events.map((event) => {
    const { program, args, seconds = 15 } = hook(event);
    return [event, [{ hooks: [{ type: "command", command: program, args, timeout: seconds, onFailure: "block" }] }]];
  }));
  return JSON.stringify({ hooks });
}

/** Claude Code, `claude -p`. */
export const claudeCodeClient: TestClient = {
  id: "claude-code",
  configure: ({ home }, hook) => {
    mkdirSync(join(home, ".claude"), { recursive: true });
    writeFileSync(join(home, ".claude", "settings.json"), hook === undefined ? "{}" : settingsWith(hook));
  },
  environment: ({ home, modelUrl }) => ({
    HOME: home, ANTHROPIC_API_KEY: "dummy", ANTHROPIC_BASE_URL: modelUrl, CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
    DISABLE_TELEMETRY: "1", DISABLE_AUTOUPDATER: "1", DISABLE_ERROR_REPORTING: "1", IS_SANDBOX: "1",
  }),
  args: ({ mcp: { program, args } }, { prompt, bypass, mcp }) => [
    "-p", prompt, "--model", "claude-sonnet-4-6",
    ...(bypass ? ["--dangerously-skip-permissions"] : ["--permission-mode", "acceptEdits", "--allowedTools", "Bash,Read,Grep,Glob,Write,Agent,Task,mcp__canary__leak"]),
    ...(mcp ? ["--mcp-config", JSON.stringify({ mcpServers: { canary: { command: program, args } } })] : []),
  ],
  toStep: (intent, { workspace }) => {
    switch (intent.do) {
      case "read": return [{ tools: ["Read"], input: { file_path: join(workspace, intent.path) } }];
      case "write": return [{ tools: ["Write"], input: { file_path: intent.path, content: intent.text ?? "" } }];
      case "shell": return [{ tools: ["Bash"], input: { command: intent.command, description: "look" } }];
      case "grep": return [{ tools: ["Grep"], input: { pattern: intent.pattern, output_mode: "content" } }];
      case "glob": return [{ tools: ["Glob"], input: { pattern: intent.pattern } }];
      case "mcp": return [{ tools: ["mcp__canary__leak"], input: { q: "x" } }];
      case "subagent": return [{ tools: ["Agent", "Task"], input: { description: "look", prompt: intent.prompt, subagent_type: "general-purpose" } }];
    }
  },
  killSwitch: { path: ".claude/settings.json", text: "{\"disableAllHooks\":true}" },
  hookFile: ".claude/settings.json",
  expandsMentions: true,
  open: { "switched off by the repository": "`disableAllHooks` in a repository's settings turns off the person's hooks (without anybody to ask, no trust is needed); an administrator's hold" },
  managed: (hook) => ({ path: "claude-code/managed-settings.json", text: settingsWith(hook) }),
};
