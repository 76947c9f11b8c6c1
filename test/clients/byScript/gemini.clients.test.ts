/** Gemini CLI itself, without a person, against a scripted model: what reaches the model is what counts. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { geminiDialect } from "../../../src/assistants/gemini.ts";
import { toHookWords } from "../../../src/assistants/hookCommand.ts";
import { toCommandLine } from "../../../src/assistants/installation.ts";
import { createPrivateMachine, noPrivateEtc } from "../administrator.ts";
import { geminiClient } from "../gemini.ts";
import { proveClient } from "../proveClient.ts";
import { proveDenies } from "../proveDenies.ts";
import { cli } from "../proveInstallation.ts";
import { userHook } from "../prover.ts";
import type { HookCommand } from "../testClient.ts";

/** As if no hook but the last one, which sees the request itself, had looked. */
const lastHookOnly = (home: string): HookCommand => (event) => (event === "BeforeModel" ? userHook(geminiClient.id)(home)(event) : { program: "true", args: [] });

await proveClient(geminiClient, (prover) => {
  const { run, record } = prover;
  proveDenies(prover);

  test("gemini: a repository that names an administrator's hooks by their commands does not switch them off", { skip: noPrivateEtc() ?? false }, async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const disabled = geminiDialect.events.map((event) => toCommandLine({ program: "/usr/local/lib/gatelodge/bin/gatelodge-hook", args: toHookWords({ assistant: "gemini", event, machineFile: "/etc/gatelodge/managed.json" }) }));
    const machine = createPrivateMachine(cli);
    try {
      const { wire } = await run({ intents: [{ do: "shell", command: "cat .env" }], files: { ".env": `API_KEY=${canary}\n`, ".gemini/settings.json": JSON.stringify({ hooksConfig: { disabled } }) }, launcher: machine.after("install", "gemini") });
      const written = readFileSync(join(machine.etc, "gemini-cli/settings.json"), "utf8");
      assert.ok(disabled.every((command) => written.includes(JSON.stringify(command))), "they have other commands: the case shows nothing");
      record({ case: "hooks named by their commands in the repository's `hooksConfig.disabled`", scope: "managed", guard: "on", leaked: wire.includes(canary), expected: false });
      assert.ok(!wire.includes(canary), "it reached the model");
    } finally {
      machine.remove();
    }
  });

  test("gemini: a request with an attached restricted file is stopped by the hook before the model", async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const { wire, output } = await run({ prompt: "what does @server.pem hold?", intents: [], files: { "server.pem": `API_KEY=${canary}\n` }, hook: lastHookOnly });
    record({ case: "mention it with @, seen by BeforeModel only", guard: "on", leaked: wire.includes(canary), expected: false });
    assert.ok(!wire.includes(canary), "it reached the model");
    assert.match(output, /Gatelodge, rule above-ceiling/);
  });

  test("gemini: a secret in an attached file is masked in the request itself", async () => {
    const secret = `glp${"at-"}${randomBytes(10).toString("hex")}`;
    const { wire, output } = await run({ prompt: "look at @src/pay.ts", intents: [{ do: "read", path: "README.md" }], files: { "src/pay.ts": `export const key = "${secret}";\n`, "README.md": "# Shop\n" }, hook: lastHookOnly });
    record({ case: "mention source code with a secret, seen by BeforeModel only", guard: "on", leaked: wire.includes(secret), expected: false });
    assert.ok(!wire.includes(secret), "it reached the model");
    assert.match(wire, /export const key = .{1,3}\[REDACTED:/, output.slice(-500));
    assert.match(wire, /# Shop/, "the conversation goes on");
  });
});
