/** Claude Code and Codex themselves, pointed at the gateway by the command line, against a scripted model. */
import { claudeCodeClient } from "./claudeCode.ts";
import { codexClient } from "./codex.ts";
import { proveGateway } from "./proveGateway.ts";

await proveGateway({ client: claudeCodeClient, without: ["ANTHROPIC_BASE_URL"], settings: { path: ".claude/settings.json", text: (modelUrl) => JSON.stringify({ env: { ANTHROPIC_BASE_URL: modelUrl } }) } });
await proveGateway({ client: codexClient });
