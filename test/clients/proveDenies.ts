/** The client's own list of what may not be read, as `gatelodge agents install --deny` fills it. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runAgentsCommand } from "./proveInstallation.ts";
import type { Prover } from "./prover.ts";

export function proveDenies({ client, run, record }: Prover): void {
  const canBeSwitchedOff = "switched off by the repository" in client.open;
  const why = canBeSwitchedOff ? "switched off by the repository" : "gone";
  test(`${client.id}: names denied by \`agents install --deny\` stay denied where the hook is ${why}`, async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const { restricted = ".env" } = client;
    // Clients that refuse `.env` by themselves refuse its example too.
    const open = client.restricted === undefined ? "src/.env.example" : "src/app.ts";
    const files = { [restricted]: `API_KEY=${canary}\n`, [open]: `API_KEY=example-${canary}\n`, [client.killSwitch.path]: client.killSwitch.text };
    const install = (home: string) => {
      runAgentsCommand("install", "--deny", "--agent", client.id, "--home", home, "--yes");
      if (!canBeSwitchedOff) rmSync(join(home, client.hookFile));
    };
    const [read, example] = await Promise.all([restricted, open].map((path) => run({ intents: [{ do: "read", path }], files, install })));
    record({ case: `hook ${why}, names in the client's own deny list`, guard: "on", leaked: read?.wire.includes(canary) ?? true, expected: false });
    assert.ok(read !== undefined && !read.wire.includes(canary), "it reached the model");
    assert.ok(example?.wire.includes(`example-${canary}`), `an example is for everybody: ${example?.output.slice(-500) ?? ""}`);
  });
}
