/** What happens when the hook itself is in trouble, and what an administrator's file changes about it. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { knownAssistants } from "../../src/assistants/known.ts";
import { noPrivateEtc, withPrivateEtc } from "./administrator.ts";
import { runAgentsCommand } from "./proveInstallation.ts";
import { managedHook, userHook, type Prover } from "./prover.ts";
import { failures, type Failure, type HookCommand } from "./testClient.ts";

const node = process.execPath;
const broken: Readonly<Record<Failure, HookCommand | undefined>> = {
  missing: () => ({ program: "/nowhere/gatelodge-hook", args: ["x"] }),
  crashing: () => ({ program: node, args: ["-e", "process.exit(1)"] }),
  hanging: () => ({ program: node, args: ["-e", "setInterval(() => {}, 1000)"], seconds: 2 }),
  "switched off by the repository": undefined,
  "not trusted by the person yet": undefined,
};

export function proveFailures(prover: Prover): void {
  // Only where a client asks for trust is there a time before it.
  for (const failure of failures) if (failure !== "not trusted by the person yet" || failure in prover.client.open) proveFailure(prover, failure);
  proveDenial(prover);
  proveManaged(prover);
  proveHookFile(prover);
}

/** A restricted file and what the model does to see it, by the shell, which every client has. */
function setUp() {
  const canary = `heron-${randomBytes(6).toString("hex")}`;
  return { canary, intents: [{ do: "shell" as const, command: "cat .env" }], files: { ".env": `API_KEY=${canary}\n` } };
}

function proveFailure({ client, run, record }: Prover, failure: Failure): void {
  const limit = client.open[failure];
  test(`${client.id}: the hook is ${failure}${limit === undefined ? "" : " (known limit)"}`, { skip: client.untried?.[failure] ?? false }, async () => {
    const { canary, intents, files } = setUp();
    const isSwitch = failure === "switched off by the repository";
    const hook = broken[failure];
    const { wire, output } = await run({ intents, files: isSwitch ? { ...files, [client.killSwitch.path]: client.killSwitch.text } : files, hook: hook === undefined ? userHook(client.id) : () => hook, trust: failure === "not trusted by the person yet" ? "none" : "flag" });
    const leaked = wire.includes(canary);
    record({ case: `hook ${failure}`, guard: "on", leaked, expected: limit !== undefined, ...(leaked && limit !== undefined ? { limit } : {}) });
    assert.equal(leaked, limit !== undefined, output.slice(-500));
  });
}

/** Where a policy wants the agent denied while a repository switches its hooks off. */
function proveDenial({ client, run, record }: Prover): void {
  if (knownAssistants.find(({ id }) => id === client.id)?.installation?.denial === undefined) return;
  test(`${client.id}: the repository switches the hooks off, and the policy denies the agent for that`, async () => {
    const { canary, intents, files } = setUp();
    const install = (home: string) => {
      const policy = join(home, ".config/gatelodge/policy.yaml");
      mkdirSync(dirname(policy), { recursive: true });
      writeFileSync(policy, "version: 1\nagents: { hooksOff: deny }\n");
      for (const action of ["install", "repair"]) runAgentsCommand(action, "--agent", client.id, "--home", home, "--folder", join(home, "../shop"), "--yes");
    };
    const { wire, output } = await run({ intents, files: { ...files, [client.killSwitch.path]: client.killSwitch.text }, install });
    record({ case: "hook switched off by the repository, the policy says `hooksOff: deny`", guard: "on", leaked: wire.includes(canary), expected: false });
    assert.ok(!wire.includes(canary), output.slice(-500));
  });
}

function proveManaged({ client, run, record }: Prover): void {
  const { managed } = client;
  if (managed === undefined) return;
  for (const switched of [false, true]) {
    const name = switched ? "hook switched off by the repository" : "shell: cat";
    test(`${client.id}, an administrator's hook: ${name}`, { skip: noPrivateEtc() ?? false }, async () => {
      const { canary, intents, files } = setUp();
      const etc = withPrivateEtc(managed(managedHook(client.id)));
      try {
        const { wire, output } = await run({ intents, files: switched ? { ...files, [client.killSwitch.path]: client.killSwitch.text } : files, launcher: etc.launcher, trust: "none" });
        record({ case: name, scope: "managed", guard: "on", leaked: wire.includes(canary), expected: false });
        assert.ok(!wire.includes(canary), "it reached the model");
        assert.match(wire, /Gatelodge, rule above-ceiling/, output.slice(-500));
      } finally {
        etc.remove();
      }
    });
  }
}

/** An agent that takes its own hooks out of the way. */
function proveHookFile({ client, run, record }: Prover): void {
  test(`${client.id}: the agent overwrites the file with its hooks`, async () => {
    const intents = [{ do: "shell" as const, command: `printf '{}' > ~/${client.hookFile}` }];
    const overwritten = async (guarded: boolean) => (await run({ intents, files: { "README.md": "# Shop\n" }, bypass: true, ...(guarded ? { hook: userHook(client.id) } : {}) })).hookFile === "{}";
    const [off, on] = await Promise.all([overwritten(false), overwritten(true)]);
    record({ case: "the agent overwrites its hooks", guard: "off", leaked: off, expected: true });
    record({ case: "the agent overwrites its hooks", guard: "on", leaked: on, expected: false });
    assert.deepEqual([off, on], [true, false]);
  });
}
