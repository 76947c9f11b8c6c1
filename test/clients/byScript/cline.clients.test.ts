/** Cline's command line itself, without a person, against a scripted model: what reaches the model is what counts. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { clineClient } from "../cline.ts";
import { proveClient } from "../proveClient.ts";
import { userHook } from "../prover.ts";

await proveClient(clineClient, ({ client, run, record }) => {
  test("cline: a search that finds a restricted file is kept back as a whole", async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const search = { intents: [{ do: "grep", pattern: "marker" }], files: { "secrets.yml": `marker: ${canary}\n`, "src/app.ts": "// marker\n" } } as const;
    const [off, on] = await Promise.all([run(search), run({ ...search, hook: userHook(client.id) })]);
    record({ case: "search finds a restricted file", guard: "off", leaked: off.wire.includes(canary), expected: true });
    record({ case: "search finds a restricted file", guard: "on", leaked: on.wire.includes(canary), expected: false });
    assert.deepEqual([off.wire.includes(canary), on.wire.includes(canary)], [true, false]);
    assert.ok(on.turns < off.turns, "nobody stopped it");
  });
});
