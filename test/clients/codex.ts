import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codexDialect } from "../../src/assistants/codex.ts";
import type { HookCommand, TestClient } from "./testClient.ts";
import { trustCodexHooks } from "./trustCodexHooks.ts";

const commandOf = (hook: HookCommand, event: string) => [hook(event).program, ...hook(event).args].map((word) => `'${word}'`).join(" ");
const environment = ({ home }: { readonly home: string }) => ({ HOME: home, SCRIPTED_KEY: "dummy" });
const goesOn = "the client goes on without the hook; there is no setting against it";

/** OpenAI Codex, `codex exec`. It reads files by its shell; a tool for that it has none. */
export const codexClient: TestClient = {
  id: "codex",
  configure: async ({ program: codex, home, workspace, modelUrl, mcp: { program, args } }, hook, { mcp, trust }) => {
    const folder = join(home, ".codex");
    mkdirSync(folder, { recursive: true });
    const lines = [
      "model = \"gpt-5.1-codex\"", "model_provider = \"scripted\"", "approval_policy = \"never\"", "sandbox_mode = \"danger-full-access\"", "check_for_update_on_startup = false",
      "[analytics]", "enabled = false",
      "[model_providers.scripted]", "name = \"scripted\"", `base_url = "${modelUrl}/v1"`, "env_key = \"SCRIPTED_KEY\"", "wire_api = \"responses\"", "request_max_retries = 0", "stream_max_retries = 0",
      `[projects."${workspace}"]`, "trust_level = \"trusted\"",
      ...(mcp ? ["[mcp_servers.canary]", `command = ${JSON.stringify(program)}`, `args = ${JSON.stringify(args)}`] : []),
    ];
    writeFileSync(join(folder, "config.toml"), `${lines.join("\n")}\n`);
    if (hook === undefined) return;
    const hooks = Object.fromEntries(codexDialect.events.map((event) => [event, [{ hooks: [{ type: "command", command: commandOf(hook, event), timeout: hook(event).seconds ?? 15 }] }]]));
    writeFileSync(join(folder, "hooks.json"), JSON.stringify({ hooks }));
    if (trust === "person") await trustCodexHooks(codex, workspace, { PATH: process.env["PATH"] ?? "", ...environment({ home }) });
  },
  environment,
  // A person trusts hooks once, by their hash; without anybody there the flag stands for it.
  args: (_, { prompt, trust }) => ["exec", ...(trust === "flag" ? ["--dangerously-bypass-hook-trust"] : []), "--skip-git-repo-check", "--color", "never", prompt],
  toStep: (intent) => {
    switch (intent.do) {
      case "shell": return [{ tools: ["exec_command"], input: { cmd: intent.command } }];
      case "write": return [{ tools: ["exec_command"], input: { cmd: `printf '%s' '${intent.text ?? ""}' > '${intent.path}'` } }];
      case "mcp": return [{ tools: ["leak"], input: { q: "x" } }];
      case "read": case "grep": case "glob": case "subagent": return undefined;
    }
  },
  killSwitch: { path: ".codex/config.toml", text: "[features]\nhooks = false\n" },
  hookFile: ".codex/hooks.json",
  expandsMentions: false,
  open: { missing: goesOn, crashing: goesOn, hanging: goesOn, "switched off by the repository": "`hooks = false` in a trusted repository's .codex/config.toml turns off the person's hooks", "not trusted by the person yet": "the client skips hooks without a word until a person has trusted them" },
  managed: (hook) => ({
    path: "codex/requirements.toml",
    text: ["[features]", "hooks = true", "[hooks]", "managed_dir = \"/etc/codex\"", ...codexDialect.events.flatMap((event) => [`[[hooks.${event}]]`, `[[hooks.${event}.hooks]]`, "type = \"command\"", `command = ${JSON.stringify(commandOf(hook, event))}`, "timeout = 15"]), ""].join("\n"),
  }),
};
