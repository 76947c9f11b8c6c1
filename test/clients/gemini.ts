import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { geminiDialect } from "../../src/assistants/gemini.ts";
import type { HookCommand, TestClient } from "./testClient.ts";

function hooksWith(hook: HookCommand) {
  return Object.fromEntries(geminiDialect.events.map((event) => {
    const { program, args, seconds = 15 } = hook(event);
    return [event, [{ hooks: [{ type: "command", name: `gatelodge ${event}`, command: [program, ...args].map((word) => `'${word}'`).join(" "), timeout: seconds * 1000 }] }]];
  }));
}

const goesOn = "the client goes on without the hook; there is no setting against it";

/** Gemini CLI, `gemini -p`. */
export const geminiClient: TestClient = {
  id: "gemini",
  configure: ({ home, mcp: { program, args } }, hook, { mcp }) => {
    mkdirSync(join(home, ".gemini"), { recursive: true });
    writeFileSync(join(home, ".gemini", "settings.json"), JSON.stringify({
      security: { auth: { selectedType: "gemini-api-key" } }, general: { enableAutoUpdate: false }, privacy: { usageStatisticsEnabled: false }, telemetry: { enabled: false },
      ...(mcp ? { mcpServers: { canary: { command: program, args, trust: true } } } : {}),
      ...(hook === undefined ? {} : { hooks: hooksWith(hook) }),
    }));
  },
  environment: ({ home, modelUrl }) => ({
    HOME: home, GEMINI_API_KEY: "dummy", GOOGLE_GEMINI_BASE_URL: modelUrl, GEMINI_CLI_NO_RELAUNCH: "true", GEMINI_CLI_TRUST_WORKSPACE: "true", NO_COLOR: "1",
  }),
  args: (_, { prompt }) => ["-p", prompt, "-m", "gemini-2.5-pro", "--approval-mode", "yolo"],
  toStep: (intent, { workspace }) => {
    switch (intent.do) {
      case "read": return [{ tools: ["read_file"], input: { file_path: join(workspace, intent.path) } }];
      case "write": return [{ tools: ["write_file"], input: { file_path: intent.path, content: intent.text ?? "" } }];
      case "shell": return [{ tools: ["run_shell_command"], input: { command: intent.command, description: "look" } }];
      case "grep": return [{ tools: ["grep_search"], input: { pattern: intent.pattern } }];
      case "glob": return [{ tools: ["glob"], input: { pattern: intent.pattern } }];
      case "mcp": return [{ tools: ["mcp_canary_leak", "canary__leak", "leak"], input: { q: "x" } }];
      case "subagent": return [{ tools: ["invoke_agent"], input: { agent_name: "generalist", prompt: intent.prompt } }];
    }
  },
  killSwitch: { path: ".gemini/settings.json", text: "{\"hooksConfig\":{\"enabled\":false}}" },
  hookFile: ".gemini/settings.json",
  expandsMentions: true,
  // It refuses to read `.env` by its own tool, though not by its search or a shell.
  restricted: "server.pem",
  refuses: { "shell: substitution": "the client runs no command with a substitution" },
  open: { crashing: goesOn, hanging: goesOn, "switched off by the repository": "`hooksConfig.enabled: false` in a trusted repository's .gemini/settings.json turns off the person's hooks; an administrator's `hooksConfig.enabled: true` holds" },
  managed: (hook) => ({ path: "gemini-cli/settings.json", text: JSON.stringify({ hooksConfig: { enabled: true }, hooks: hooksWith(hook) }) }),
};
