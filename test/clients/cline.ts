import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clineDialect } from "../../src/assistants/cline.ts";
import type { TestClient } from "./testClient.ts";

// Sessions in its own process: else it leaves a daemon behind, on a port of its own, whose home is that of the first run.
const environment = ({ home }: { readonly home: string }) => ({ HOME: home, CLINE_SESSION_BACKEND_MODE: "local", CLINE_TELEMETRY_DISABLED: "1", CLINE_NO_AUTO_UPDATE: "1", NO_COLOR: "1" });
const goesOn = "the client goes on without the hook; there is no setting against it";

const noPromptHook = "the client asks no hook about the prompt that it is started with, and attaches mentioned files to it";

/** Cline's command line, `cline "prompt"`. */
export const clineClient: TestClient = {
  id: "cline",
  configure: ({ program: cline, home, modelUrl, mcp: { program, args } }, hook, { mcp }) => {
    const hooks = join(home, ".cline", "hooks");
    mkdirSync(hooks, { recursive: true });
    for (const event of hook === undefined ? [] : clineDialect.events) {
      const { program: called, args: words } = hook?.(event) ?? { program: "true", args: [] };
      writeFileSync(join(hooks, event), `#!/bin/sh\nexec ${[called, ...words].map((word) => `'${word}'`).join(" ")}\n`, { mode: 0o755 });
    }
    execFileSync(cline, ["auth", "-p", "openai-compatible", "-k", "dummy", "-m", "scripted", "-b", `${modelUrl}/v1`], { env: { PATH: process.env["PATH"] ?? "", TERM: "dumb", ...environment({ home }) }, stdio: "ignore", timeout: 60_000 });
    if (!mcp) return;
    mkdirSync(join(home, ".cline", "data", "settings"), { recursive: true });
    writeFileSync(join(home, ".cline", "data", "settings", "cline_mcp_settings.json"), JSON.stringify({ mcpServers: { canary: { command: program, args, disabled: false, autoApprove: ["leak"] } } }));
  },
  environment,
  args: (_, { prompt }) => ["--auto-approve", "true", "-P", "openai-compatible", "-m", "scripted", prompt],
  toStep: (intent, { workspace }) => {
    switch (intent.do) {
      case "read": return [{ tools: ["read_files"], input: { files: [{ path: join(workspace, intent.path) }] } }];
      case "write": return [{ tools: ["editor"], input: { path: join(workspace, intent.path), new_text: intent.text ?? "" } }];
      case "shell": return [{ tools: ["run_commands"], input: { commands: [intent.command] } }];
      case "grep": return [{ tools: ["search_codebase"], input: { queries: [intent.pattern] } }];
      case "mcp": return [{ tools: ["canary__leak"], input: { q: "x" } }];
      // Its subagents may start subagents: a script that every one of them follows never comes to an end.
      case "subagent": case "glob": return undefined;
    }
  },
  // None is known; this is the one that comes nearest.
  killSwitch: { path: ".cline/settings.json", text: "{\"hooksEnabled\":false}" },
  hookFile: ".cline/hooks/PreToolUse",
  expandsMentions: true,
  untried: { hanging: "the client waits two minutes for a hook, longer than a run may take" },
  endsTask: true,
  refuses: { "search in files": "the client's search leaves hidden files out" },
  open: { missing: goesOn, crashing: goesOn, "a secret in the prompt": noPromptHook, "mention it with @ in the prompt": noPromptHook },
};
