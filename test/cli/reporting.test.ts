import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test, type TestContext } from "node:test";
import { reporting } from "../../src/cli/commands/reporting.ts";
import { reportedAttributes } from "../../src/core/events/reportedAttributes.ts";
import { toOtlpLogs } from "../../src/core/otlp/toOtlpLogs.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { reportingPlaces } from "../../src/node/reporting/createReporting.ts";
import { writeDevice } from "../../src/node/reporting/device.ts";
import { countedMachineFile } from "../support/countedMachineFile.ts";
import { decisionEvent } from "../support/spooled.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

async function run(home: string, machineFile: string, ...words: readonly string[]): Promise<string> {
  const stdout = new PassThrough();
  const locations = locationsFor("linux", home, machineFile);
  await reporting.run(words, { stdin: new PassThrough(), stdout, stderr: new PassThrough(), folder: home, home, programFolders: [], environmentNames: [], dist: home, locations, signal: new AbortController().signal });
  return String(stdout.read() ?? "");
}

function writeBook(home: string, ids: readonly string[]): void {
  const { book } = reportingPlaces(locationsFor("linux", home, ""));
  mkdirSync(book, { recursive: true });
  const lines = ids.map((id) => JSON.stringify({ time: "2026-11-25T08:00:00.000Z", endpoint: "https://otel.example\u001b[31m", outcome: "delivered", body: toOtlpLogs([{ resource: {}, events: [decisionEvent(id)] }], 0) }));
  writeFileSync(join(book, "reported.jsonl"), `${lines.join("\n")}\nnot a line of ours\n{"time":"2026-11-25T08:00:00.000Z","body":{"resourceLogs":[1]}}\n`);
}

test("without an endpoint the status says that nothing is sent", async (context) => {
  const home = temporaryFolder(context);
  assert.match(await run(home, join(home, "none"), "status"), /nothing is sent/);
});

test("the status says where to, who, why, how long and what waits", async (context: TestContext) => {
  const machineFile = countedMachineFile(context, { reporting: { endpoint: "https://otel.example", purpose: "To find leaks.", retentionDays: 30 } });
  if (machineFile === undefined) return;
  const text = await run(temporaryFolder(context), machineFile, "status");
  for (const part of ["https://otel.example", "not told apart", "To find leaks.", "30 days", "Waiting to be sent: nothing"]) assert.ok(text.includes(part), part);
});

test("what was sent is shown as it left, the newest first, without the terminal obeying it", async (context) => {
  const home = temporaryFolder(context);
  writeBook(home, ["first", "second"]);
  const text = await run(home, join(home, "none"), "show");
  assert.ok(text.indexOf('"second"') < text.indexOf('"first"'));
  assert.ok(text.includes('"gatelodge.rule.id"') && !text.includes("\u001b"));
  const [, json = ""] = /```json\n([^]*?)\n```/.exec(text) ?? [];
  assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(toOtlpLogs([{ resource: {}, events: [decisionEvent("second")] }], 0))));
  assert.ok(text.includes('- 2026-11-24 00:00:00 **decision**: channel "chat", assistant.id "github-copilot", destination.kind "cloud", effect "block"'), "an event in a line");
  assert.ok(text.includes('detector.ids ["github-token"], findings.count 1'), "lists and numbers");
  assert.ok(!(await run(home, join(home, "none"), "show", "--last", "2")).includes('"first"'));
  assert.match(await run(temporaryFolder(context), join(home, "none"), "show"), /Nothing was sent/);
});

test("everything that can be said is listed", async (context) => {
  const text = await run(temporaryFolder(context), "", "fields");
  for (const name of [...Object.keys(reportedAttributes), "gatelodge.user.id"]) assert.ok(text.includes(`\`${name}\``), name);
});

test("wrong usage is said", async (context) => {
  const home = temporaryFolder(context);
  for (const words of [[], ["send"], ["show", "more"], ["show", "--last", "0"], ["--unknown"]]) await assert.rejects(run(home, "", ...words), /reporting|--last/);
});

test("headers prints the key of this machine for the endpoint that the policy names, and for no other", async (context) => {
  const machineFile = countedMachineFile(context, { reporting: { endpoint: "https://otel.example" } });
  if (machineFile === undefined) return;
  const home = temporaryFolder(context);
  await assert.rejects(run(home, machineFile, "headers"), /not enrolled/);
  const { device } = reportingPlaces(locationsFor("linux", home, ""));
  const write = (endpoint: string) => writeDevice(device, { endpoint, deviceId: "id", deviceToken: "the-key", privateKey: "pem" });
  write("https://elsewhere.example");
  await assert.rejects(run(home, machineFile, "headers"), /not enrolled/);
  write("https://otel.example");
  assert.equal(await run(home, machineFile, "headers"), "{\"Authorization\":\"Bearer the-key\"}\n");
});
