/** Secrets on every way in: as text, as names of files, folders, assistants, rules and people. None of them comes out. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";
import { detectors } from "../../../src/core/detect/detectors.ts";
import { toOverrideEvent } from "../../../src/core/events/overrideEvent.ts";
import { toOtlpLogs } from "../../../src/core/otlp/toOtlpLogs.ts";
import { channels, effects, type Request } from "../../../src/core/request.ts";
import { createGate } from "../../../src/node/gate.ts";
import { createLedger } from "../../../src/node/ledger.ts";
import { locationsFor } from "../../../src/node/locations.ts";
import { createPolicyStore } from "../../../src/node/policyStore.ts";
import { createReporting, reportingPlaces } from "../../../src/node/reporting/createReporting.ts";
import { createSpoolReader } from "../../../src/node/spool/spoolReader.ts";
import { createUsageCounter } from "../../../src/node/usageCounter.ts";
import { countedMachineFile } from "../../support/countedMachineFile.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const examples = detectors.flatMap((detector) => detector.examples().slice(0, 1));
/** The values that the detectors themselves take for secret, long enough not to stand in a name of ours by chance. */
const secrets = [...new Set(examples.flatMap((text) => detect(text).map(({ start, end }) => text.slice(start, end))))].filter((value) => value.length >= 12 && !value.includes("\n"));
const asName = (secret: string) => secret.replaceAll(/[^\w.-]/g, "_").slice(0, 60);

function readAll(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
}

function start(context: TestContext) {
  const home = temporaryFolder(context);
  const machineFile = countedMachineFile(context, { reporting: { endpoint: "http://127.0.0.1:9" } });
  if (machineFile === undefined) return undefined;
  const locations = locationsFor("linux", home, machineFile);
  const rules = secrets.slice(0, 20).map((secret) => ({ id: secret.slice(0, 80), when: { findings: ["secret"] }, effect: "block", reason: secret.slice(0, 300) }));
  mkdirSync(dirname(locations.userPolicy), { recursive: true });
  writeFileSync(locations.userPolicy, JSON.stringify({ version: 1, name: secrets[0]?.slice(0, 80), rules }));
  const policies = createPolicyStore({ locations, platform: "linux", now: Date.now });
  const reporting = createReporting({ program: "gatelodge-vscode", dist: home, locations, policies, ledger: createLedger(locations.state), now: Date.now });
  context.after(() => reporting.ledger.dispose());
  const usage = createUsageCounter(Date.now, () => reporting.stamp().id, (event) => reporting.ledger.record({ event, local: {} }));
  const gate = createGate({ policies, ledger: reporting.ledger, usage, grants: { active: () => [], add: () => {}, remove: () => {} } as never, detect, now: Date.now, elapsed: () => 0, newId: () => reporting.stamp().id, knownAssistants: new Set(["github-copilot"]) });
  return { home, locations, policies, reporting, usage, gate };
}

test("no secret in any text, name or reason is in the spool, or in what is made of it for the wire", (context) => {
  const running = start(context);
  if (running === undefined) return;
  const { home, locations, policies, reporting, usage, gate } = running;
  const place = join(home, asName(secrets[0] ?? ""));
  for (const [index, text] of examples.entries()) {
    const secret = secrets[index % secrets.length] ?? "";
    const name = asName(secret);
    const request: Request = {
      channel: channels[index % channels.length] ?? "chat", destination: { assistant: index % 2 === 0 ? secret : "github-copilot", kind: "cloud" }, able: effects, text, folder: place,
      path: { absolute: join(place, `.env.${name}`), aliases: [secret], repository: place, remotes: [`github.com/${name}`], resolved: true },
      ...(index % 7 === 0 ? { undecided: secret } : {}),
    };
    gate.decide(request);
  }
  for (const secret of secrets) reporting.ledger.record({ event: toOverrideEvent(policies.current().policy, secret.slice(0, 80), { ...reporting.stamp(), minutes: 5 }), local: { reason: secret, path: secret } });
  usage.flush();
  reporting.spool.seal();
  const spooled = readAll(reportingPlaces(locations).spool);
  assert.ok(spooled.split("\n").length > examples.length / 2, "the decisions are there");
  assert.deepEqual(secrets.filter((secret) => spooled.includes(secret) || spooled.includes(asName(secret))), []);
  const wire = JSON.stringify(toOtlpLogs(createSpoolReader({ folder: reportingPlaces(locations).spool, pid: process.pid, now: Date.now }).claim(1e9), 0));
  assert.deepEqual(secrets.filter((secret) => wire.includes(JSON.stringify(secret).slice(1, -1))), []);
});

test("what somebody else wrote into the spool is sent only as far as it is one of our attributes", () => {
  const [secret = ""] = secrets;
  const attributes = { "gatelodge.rule.id": "secrets", "gen_ai.input.messages": secret, body: secret, "gatelodge.label": secret.repeat(200), "gatelodge.findings.count": secret, "gatelodge.detector.ids": [{ secret }], "__proto__x": secret };
  const wire = JSON.stringify(toOtlpLogs([{ resource: {}, events: [{ name: "gatelodge.decision", time: secret, attributes }] }], 0));
  assert.ok(!wire.includes(secret));
  assert.ok(wire.includes('{"key":"gatelodge.rule.id","value":{"stringValue":"secrets"}}'));
});
