import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copilotDialect } from "../../src/assistants/copilot.ts";
import type { HookCommand, TestClient } from "./testClient.ts";

function hooksFile(hook: HookCommand): string {
  const hooks = Object.fromEntries(copilotDialect.events.map((event) => {
    const { program: exec, args, seconds = 15 } = hook(event);
    return [event, [{ type: "command", exec, args, timeoutSec: seconds }]];
  }));
  return JSON.stringify({ version: 1, hooks });
}

/** GitHub Copilot CLI, `copilot -p`, with a model of one's own and no sign-in. */
export const copilotClient: TestClient = {
  id: "github-copilot",
  configure: ({ home, workspace, mcp: { program, args } }, hook, { mcp }) => {
    mkdirSync(join(home, ".copilot", "hooks"), { recursive: true });
    writeFileSync(join(home, ".copilot", "config.json"), JSON.stringify({ trustedFolders: [workspace] }));
    if (mcp) writeFileSync(join(home, ".copilot", "mcp-config.json"), JSON.stringify({ mcpServers: { canary: { type: "local", command: program, args, tools: ["*"] } } }));
    if (hook !== undefined) writeFileSync(join(home, ".copilot", "hooks", "gatelodge.json"), hooksFile(hook));
  },
  environment: ({ home, modelUrl }) => ({
    HOME: home, COPILOT_OFFLINE: "true", COPILOT_PROVIDER_BASE_URL: `${modelUrl}/v1`, COPILOT_PROVIDER_API_KEY: "dummy", COPILOT_MODEL: "gpt-4.1", COPILOT_AUTO_UPDATE: "false", NO_COLOR: "1",
  }),
  args: (_, { prompt }) => ["-p", prompt, "--allow-all-tools"],
  toStep: (intent, { workspace }) => {
    switch (intent.do) {
      case "read": return [{ tools: ["view"], input: { path: join(workspace, intent.path) } }];
      case "write": return [{ tools: ["create"], input: { path: intent.path, file_text: intent.text ?? "" } }];
      case "shell": return [{ tools: ["bash"], input: { command: intent.command, description: "look" } }];
      case "grep": return [{ tools: ["grep", "rg"], input: { pattern: intent.pattern, output_mode: "content" } }];
      case "glob": return [{ tools: ["glob"], input: { pattern: intent.pattern } }];
      case "mcp": return [{ tools: ["canary-leak"], input: { q: "x" } }];
      case "subagent": return [{ tools: ["task"], input: { description: "look", prompt: intent.prompt, agent_type: "general-purpose", name: "looker", mode: "sync" } }];
    }
  },
  killSwitch: { path: ".github/copilot/settings.json", text: "{\"disableAllHooks\":true}" },
  hookFile: ".copilot/hooks/gatelodge.json",
  expandsMentions: false,
  open: {
    hanging: "a hook that is not done in time lets the tool run",
    "switched off by the repository": "`disableAllHooks` in the settings of a repository that the person trusts turns off the person's hooks; an administrator's hold",
  },
  managed: (hook) => ({ path: "github-copilot/policy.d/gatelodge.json", text: hooksFile(hook) }),
};
