/** The client's own list of what may not be read, as `gatelodge agents install --deny` fills it. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { runAgentsCommand } from "./proveInstallation.ts";
import type { Prover } from "./prover.ts";

export function proveDenies({ client, run, record }: Prover): void {
  test(`${client.id}: names denied by \`agents install --deny\` stay denied where a repository has switched the hooks off`, async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const files = { ".env": `API_KEY=${canary}\n`, "src/.env.example": `API_KEY=example-${canary}\n`, [client.killSwitch.path]: client.killSwitch.text };
    const install = (home: string) => void runAgentsCommand("install", "--deny", "--agent", client.id, "--home", home, "--yes");
    const [read, example] = await Promise.all([".env", "src/.env.example"].map((path) => run({ intents: [{ do: "read", path }], files, install })));
    record({ case: "hook switched off by the repository, names in the client's own deny list", guard: "on", leaked: read?.wire.includes(canary) ?? true, expected: false });
    assert.ok(read !== undefined && !read.wire.includes(canary), "it reached the model");
    assert.ok(example?.wire.includes(`example-${canary}`), `an example is for everybody: ${example?.output.slice(-500) ?? ""}`);
  });
}
