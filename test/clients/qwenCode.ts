import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { qwenCodeDialect } from "../../src/assistants/qwenCode.ts";
import type { HookCommand, TestClient } from "./testClient.ts";

function hooksWith(hook: HookCommand) {
  return Object.fromEntries(qwenCodeDialect.events.map((event) => {
    const { program, args, seconds = 15 } = hook(event);
    return [event, [{ hooks: [{ type: "command", name: `gatelodge ${event}`, command: [program, ...args].map((word) => `'${word}'`).join(" "), timeout: seconds * 1000 }] }]];
  }));
}

const goesOn = "the client goes on without the hook; there is no setting against it";

/** Qwen Code, `qwen -p`. */
export const qwenCodeClient: TestClient = {
  id: "qwen-code",
  configure: ({ home, mcp: { program, args } }, hook, { mcp }) => {
    mkdirSync(join(home, ".qwen"), { recursive: true });
    writeFileSync(join(home, ".qwen", "settings.json"), JSON.stringify({
      security: { auth: { selectedType: "openai" } }, general: { enableAutoUpdate: false }, privacy: { usageStatisticsEnabled: false }, telemetry: { enabled: false },
      ...(mcp ? { mcpServers: { canary: { command: program, args, trust: true } } } : {}),
      ...(hook === undefined ? {} : { hooks: hooksWith(hook) }),
    }));
  },
  environment: ({ home, modelUrl }) => ({ HOME: home, OPENAI_API_KEY: "dummy", OPENAI_BASE_URL: `${modelUrl}/v1`, OPENAI_MODEL: "scripted", NO_COLOR: "1" }),
  args: (_, { prompt }) => ["-p", prompt, "--auth-type", "openai", "--approval-mode", "yolo"],
  toStep: (intent, { workspace }) => {
    switch (intent.do) {
      case "read": return [{ tools: ["read_file"], input: { file_path: join(workspace, intent.path) } }];
      case "write": return [{ tools: ["write_file"], input: { file_path: intent.path, content: intent.text ?? "" } }];
      case "shell": return [{ tools: ["run_shell_command"], input: { command: intent.command, description: "look", is_background: false } }];
      case "grep": return [{ tools: ["grep_search"], input: { pattern: intent.pattern } }];
      case "glob": return [{ tools: ["glob"], input: { pattern: intent.pattern } }];
      case "mcp": return [{ tools: ["mcp__canary__leak"], input: { q: "x" } }];
      case "subagent": return [{ tools: ["agent"], input: { description: "look", prompt: intent.prompt, subagent_type: "general-purpose" } }];
    }
  },
  killSwitch: { path: ".qwen/settings.json", text: "{\"disableAllHooks\":true,\"hooksConfig\":{\"enabled\":false}}" },
  hookFile: ".qwen/settings.json",
  expandsMentions: true,
  open: { missing: goesOn, crashing: goesOn, hanging: goesOn, "switched off by the repository": "`disableAllHooks` in a repository's .qwen/settings.json turns off the person's hooks" },
  managed: (hook) => ({ path: "qwen-code/settings.json", text: JSON.stringify({ disableAllHooks: false, hooksConfig: { enabled: true }, hooks: hooksWith(hook) }) }),
};
