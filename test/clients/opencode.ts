import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureAgentClient } from "../../scripts/toolchain/agentClients.mjs";
import { toPluginText } from "../../src/assistants/hooks/pluginText.ts";
import { opencodeDialect } from "../../src/assistants/opencode.ts";
import type { HookCommand, TestClient } from "./testClient.ts";

const plugin = (hook: HookCommand) => toPluginText(
  readFileSync(join(import.meta.dirname, "../../dist/opencodePlugin.mjs"), "utf8"),
  Object.fromEntries(opencodeDialect.events.map((event) => [event, [hook(event).program, ...hook(event).args]])),
);

/** Its search is a program that it downloads where there is none. Codex brings the same one; without that, searches are not tried. */
const codex = await ensureAgentClient("codex");
const searchFolder = "program" in codex ? join(codex.program, "../../@openai/codex-linux-x64/vendor/x86_64-unknown-linux-musl/codex-path") : "";
const searches = existsSync(join(searchFolder, "rg"));

/** opencode, `opencode run`. */
export const opencodeClient: TestClient = {
  id: "opencode",
  configure: ({ home, modelUrl, mcp: { program, args } }, hook, { mcp }) => {
    const folder = join(home, ".config", "opencode");
    mkdirSync(join(folder, "plugins"), { recursive: true });
    writeFileSync(join(folder, "opencode.json"), JSON.stringify({
      autoupdate: false, share: "disabled", model: "scripted/scripted", small_model: "scripted/scripted",
      provider: { scripted: { npm: "@ai-sdk/openai-compatible", name: "scripted", options: { baseURL: `${modelUrl}/v1`, apiKey: "dummy" }, models: { scripted: { name: "scripted", tool_call: true, limit: { context: 100_000, output: 4000 } } } } },
      ...(mcp ? { mcp: { canary: { type: "local", command: [program, ...args], enabled: true } } } : {}),
    }));
    if (hook !== undefined) writeFileSync(join(folder, "plugins", "gatelodge.js"), plugin(hook));
  },
  environment: ({ home }) => ({ HOME: home, ...(searches ? { PATH: `${process.env["PATH"] ?? ""}${delimiter}${searchFolder}` } : {}), OPENCODE_DISABLE_AUTOUPDATE: "1", OPENCODE_DISABLE_MODELS_FETCH: "1", OPENCODE_DISABLE_LSP_DOWNLOAD: "1", OPENCODE_DISABLE_DEFAULT_PLUGINS: "1", NO_COLOR: "1" }),
  args: (_, { prompt }) => ["run", "--auto", prompt],
  toStep: (intent, { workspace }) => {
    switch (intent.do) {
      case "read": return [{ tools: ["read"], input: { filePath: join(workspace, intent.path) } }];
      case "write": return [{ tools: ["write"], input: { filePath: join(workspace, intent.path), content: intent.text ?? "" } }];
      case "shell": return [{ tools: ["bash"], input: { command: intent.command, description: "look" } }];
      case "grep": return !searches ? undefined : [{ tools: ["grep"], input: { pattern: intent.pattern } }];
      case "glob": return !searches ? undefined : [{ tools: ["glob"], input: { pattern: intent.pattern } }];
      case "mcp": return [{ tools: ["canary_leak"], input: { q: "x" } }];
      case "subagent": return [{ tools: ["task"], input: { description: "look", prompt: intent.prompt, subagent_type: "general" } }];
    }
  },
  // None is known; this is the one that comes nearest.
  killSwitch: { path: "opencode.json", text: "{\"plugin\":[]}" },
  hookFile: ".config/opencode/plugins/gatelodge.js",
  expandsMentions: false,
  open: {},
};
