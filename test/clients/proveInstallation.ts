/** The hooks as `gatelodge agents install` writes them, and the client as it finds them. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createPrivateMachine, noPrivateEtc } from "./administrator.ts";
import type { Prover } from "./prover.ts";

export const cli = join(import.meta.dirname, "../../dist/cli.cjs");
/** The bundled command line, `gatelodge agents …`. */
export const runAgentsCommand = (...words: readonly string[]) => execFileSync(process.execPath, [cli, "agents", ...words], { encoding: "utf8" });

export function proveInstallation(prover: Prover): void {
  proveManagedInstallation(prover);
  const { client, run, record } = prover;
  test(`${client.id}: as the command line installs it, and gone when it is removed`, async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const look = { intents: [{ do: "shell" as const, command: "cat .env" }], files: { ".env": `API_KEY=${canary}\n` } };
    const options = (home: string) => ["--agent", client.id, "--home", home, "--yes"];
    const [on, off] = await Promise.all([
      run({ ...look, install: (home) => void runAgentsCommand("install", ...options(home)) }),
      run({ ...look, install: (home) => {
        const before = listFiles(home);
        runAgentsCommand("install", ...options(home));
        runAgentsCommand("remove", ...options(home));
        const ours = /^\.local\/state\/gatelodge\//;
        assert.deepEqual(listFiles(home).filter(({ path }) => !ours.test(path)), before);
      } }),
    ]);
    record({ case: "shell: cat, hooks put in by `gatelodge agents install`", guard: "on", leaked: on.wire.includes(canary), expected: false });
    assert.ok(!on.wire.includes(canary), "it reached the model");
    // That it is our doing: the agent was told, or its task ended with the refusal.
    if (client.endsTask === true) assert.ok(on.turns < off.turns, on.output.slice(-500));
    else assert.match(on.wire, /Gatelodge, rule above-ceiling/, on.output.slice(-500));
    assert.ok(off.wire.includes(canary), `without the hooks it does not arrive: ${off.output.slice(-500)}`);
  });
}

/** As an administrator runs it, for every user, on a machine that is not this one: a person's files hold nothing of ours. */
function proveManagedInstallation({ client, run, record }: Prover): void {
  if (client.managed === undefined) return;
  test(`${client.id}: as an administrator installs it for every user, and gone when it is removed`, { skip: noPrivateEtc() ?? false }, async () => {
    const canary = `heron-${randomBytes(6).toString("hex")}`;
    const look = { intents: [{ do: "shell" as const, command: "cat .env" }], files: { ".env": `API_KEY=${canary}\n`, [client.killSwitch.path]: client.killSwitch.text }, trust: "none" as const };
    const machine = createPrivateMachine(cli);
    try {
      const before = listFiles(machine.etc);
      const differing = () => {
        const now = listFiles(machine.etc);
        // Names only: what a machine's own files hold belongs into no report.
        return [...now.filter(({ path, text }) => before.every((file) => file.path !== path || file.text !== text)), ...before.filter(({ path }) => now.every((file) => file.path !== path))].map(({ path }) => path);
      };
      const on = await run({ ...look, launcher: machine.after("install", client.id) });
      record({ case: "hook switched off by the repository, hooks put in by `gatelodge agents install --scope managed`", scope: "managed", guard: "on", leaked: on.wire.includes(canary), expected: false });
      assert.ok(!on.wire.includes(canary), `it reached the model: ${machine.said()}`);
      assert.match(on.wire, /Gatelodge, rule above-ceiling/, `${machine.said()}${on.output.slice(-500)}`);
      const off = await run({ ...look, launcher: machine.after("remove", client.id) });
      assert.ok(off.wire.includes(canary), `without the hooks it does not arrive: ${machine.said()}${off.output.slice(-500)}`);
      assert.deepEqual(differing(), []);
    } finally {
      machine.remove();
    }
  });
}

function listFiles(folder: string): readonly { readonly path: string; readonly text: string }[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => ({ path: join(parentPath, name).slice(folder.length + 1), text: readFileSync(join(parentPath, name), "utf8") })).sort((a, b) => a.path.localeCompare(b.path));
}
