/** OpenAI Codex itself, without a person, against a scripted model: what reaches the model is what counts. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { codexClient } from "./codex.ts";
import { proveClient } from "./proveClient.ts";
import { userHook } from "./prover.ts";

await proveClient(codexClient, ({ client, run, record }) => {
  test("codex: hooks that a person has trusted run without any flag", async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const { wire, output } = await run({ intents: [{ do: "shell", command: "cat .env" }], files: { ".env": `API_KEY=${canary}\n` }, hook: userHook(client.id), trust: "person" });
    record({ case: "shell: cat, hooks trusted by the person", guard: "on", leaked: wire.includes(canary), expected: false });
    assert.ok(!wire.includes(canary), "it reached the model");
    assert.match(wire, /Gatelodge, rule above-ceiling/, output.slice(-500));
  });
});
