import assert from "node:assert/strict";
import { test } from "node:test";
import { ensureAgentClient } from "../../scripts/toolchain/agentClients.mjs";
import { benignCases, guardedCases, type Case } from "./cases.ts";
import { createRecords } from "./records.ts";
import { proveInstallation } from "./proveInstallation.ts";
import { proveFailures } from "./proveFailures.ts";
import { userHook, type Prover } from "./prover.ts";
import { runClient, type Run, type RunResult } from "./runClient.ts";
import { failures, type TestClient } from "./testClient.ts";

/** All cases that a client has tools for, off and on, then everyday work, a hook in trouble, and what is only this client's. Skipped where it cannot be installed. */
export async function proveClient(client: TestClient, more: (prover: Prover) => void = () => {}): Promise<void> {
  const installed = await ensureAgentClient(client.id);
  if ("missing" in installed) {
    test(`${client.id} is proven`, { skip: installed.missing }, () => {});
    return;
  }
  const { program, version } = installed;
  const write = createRecords(client.id);
  const prover: Prover = {
    client,
    run: (run) => runClient(client, program, { ...run, prompt: run.prompt ?? "please look" }),
    record: ({ scope = "user", ...row }) => write({ client: client.id, version, scope, ...row }),
  };
  const cases = guardedCases(client.restricted);
  test(`${client.id}: each limit is that of a case`, () => {
    const names: readonly string[] = [...failures, ...cases.map(({ name }) => name)];
    assert.deepEqual([...Object.keys(client.open), ...Object.keys(client.refuses ?? {})].filter((name) => !names.includes(name)), []);
  });
  for (const tried of cases) proveCase(prover, tried);
  for (const tried of benignCases()) proveBenign(prover, tried);
  proveFailures(prover);
  proveInstallation(prover);
  more(prover);
}

/** The run of a case; `undefined` where the client has no such tool. */
function toRun(client: TestClient, { intents, files, prompt, prepare, bypass, mcpValue }: Case): Omit<Run, "prompt"> & { readonly prompt?: string } | undefined {
  const place = { program: "", home: "", workspace: "", modelUrl: "", mcp: { program: "", args: [] } };
  if (intents.some((intent) => client.toStep(intent, place) === undefined)) return undefined;
  return {
    intents, files: files ?? { "README.md": "# Shop\n" },
    ...(prompt === undefined ? {} : { prompt }), ...(prepare === undefined ? {} : { prepare }), ...(bypass === undefined ? {} : { bypass }), ...(mcpValue === undefined ? {} : { mcpValue }),
  };
}

function proveCase({ client, run, record }: Prover, tried: Case): void {
  const { name, canary, asSent = (text: string) => text } = tried;
  const prepared = toRun(client, tried);
  if (prepared === undefined || (tried.mention === true && !client.expandsMentions)) return;
  const arrives = ({ wire }: RunResult) => wire.includes(canary) || wire.includes(asSent(canary));
  const limit = client.open[name];
  const refusal = client.refuses?.[name];
  test(`${client.id}: ${name}${limit === undefined ? "" : " (known limit)"}`, async () => {
    const [off, on] = await Promise.all([run(prepared), run({ ...prepared, hook: userHook(client.id) })]);
    record({ case: name, guard: "off", leaked: arrives(off), expected: refusal === undefined, ...(refusal === undefined ? {} : { limit: refusal }) });
    assert.equal(arrives(off), refusal === undefined, `without the guard it does not arrive, so the case shows nothing, or does though the client is said to refuse it: ${off.output.slice(-500)}`);
    record({ case: name, guard: "on", leaked: arrives(on), expected: limit !== undefined, ...(limit === undefined ? {} : { limit }) });
    assert.equal(arrives(on), limit !== undefined, `what reached the model is not what is known of this client: ${on.output.slice(-500)}`);
    // That it is our doing: the agent or the person was told, or no request was made at all.
    if (limit === undefined && refusal === undefined) assert.ok(on.turns === 0 || /Gatelodge|\[REDACTED:/.test(on.wire) || on.output.includes("Gatelodge, rule") || (client.endsTask === true && on.turns < off.turns), `nobody stopped it: ${on.output.slice(-500)}`);
  });
}

function proveBenign({ client, run, record }: Prover, tried: Case): void {
  const { name, canary } = tried;
  const prepared = toRun(client, tried);
  if (prepared === undefined) return;
  test(`${client.id}, everyday work: ${name}`, async () => {
    const on = await run({ ...prepared, hook: userHook(client.id) });
    record({ case: name, guard: "on", leaked: on.wire.includes(canary), expected: true, benign: true });
    assert.ok(on.wire.includes(canary), on.output.slice(-500));
    assert.doesNotMatch(on.wire, /Gatelodge, rule|withheld by Gatelodge|\[REDACTED:/);
  });
}
