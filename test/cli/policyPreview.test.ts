import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test, type TestContext } from "node:test";
import { policy } from "../../src/cli/commands/policy.ts";
import { createLedger } from "../../src/node/ledger.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { decisionEvent } from "../support/spooled.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

async function preview(context: TestContext, text: string): Promise<readonly string[]> {
  const home = temporaryFolder(context);
  const folder = join(home, "work");
  mkdirSync(folder);
  for (const name of [".env", "plan.txt", "free.txt"]) writeFileSync(join(folder, name), "x\n");
  writeFileSync(join(folder, "new.yaml"), text);
  const locations = locationsFor("linux", home, join(home, "none"));
  const ledger = createLedger(locations.state);
  const event = decisionEvent("1");
  assert.ok(event.name === "gatelodge.decision");
  ledger.record({ event: { ...event, attributes: { ...event.attributes, "gatelodge.channel": "fileRead", "gatelodge.label": "restricted", "gatelodge.detector.ids": [] } }, local: { path: ".env" } });
  ledger.dispose();
  const stdout = new PassThrough();
  await policy.run(["preview", "new.yaml"], { stdin: new PassThrough(), stdout, stderr: new PassThrough(), folder, home, programFolders: [], environmentNames: [], dist: home, locations, signal: new AbortController().signal });
  return String(stdout.read() ?? "").split("\n");
}

test("a preview says which files and which recorded decisions would be answered otherwise, by which rules", async (context) => {
  const lines = await preview(context, "version: 1\nextends: none\nclassification:\n  - { id: plans, label: restricted, paths: [plan.txt] }\ndestinations: [{ ceiling: internal }]\nrules:\n  - { id: no-plans, when: { aboveCeiling: true }, effect: block }\n");
  assert.deepEqual(lines, [
    "files (fileRead, github-copilot): 4 looked at, 2 would change",
    "  block (above-ceiling) → allow (none): 1", "    .env",
    "  allow (none) → block (no-plans): 1", "    plan.txt",
    "recorded decisions: 1 looked at, 1 would change",
    "  block (above-ceiling) → allow (none): 1", "    .env", "",
  ]);
});

test("a policy that says nothing new changes nothing", async (context) => {
  assert.deepEqual(await preview(context, "version: 1\n"), ["files (fileRead, github-copilot): 4 looked at, 0 would change", "recorded decisions: 1 looked at, 0 would change", ""]);
});
