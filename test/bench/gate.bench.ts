/** The gate as the extension builds it, over real policy files in a home of its own, asked as the doors ask. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { detect } from "../../src/core/detect/detect.ts";
import { knownAssistantIds } from "../../src/assistants/known.ts";
import type { Request } from "../../src/core/request.ts";
import { createGate } from "../../src/node/gate.ts";
import { createGrants } from "../../src/node/grants.ts";
import { createLedger } from "../../src/node/ledger.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { createPathIdentity } from "../../src/node/pathIdentity.ts";
import { createPolicyStore } from "../../src/node/policyStore.ts";
import { createUsageCounter } from "../../src/node/usageCounter.ts";
import { reportPercentiles } from "./report.ts";

const home = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-bench-")));
const repository = join(home, "repository");
mkdirSync(join(repository, ".git"), { recursive: true });
mkdirSync(join(repository, "src", "deep"), { recursive: true });
mkdirSync(join(home, ".config", "gatelodge"), { recursive: true });
writeFileSync(join(home, ".config", "gatelodge", "policy.yaml"), "version: 1\nclassification:\n  - { id: mine, label: confidential, paths: ['**/private/**', '*.secret.ts'] }\n");
writeFileSync(join(repository, "gatelodge.yaml"), "version: 1\nclassification:\n  - { id: core, label: confidential, paths: ['src/engine/**'] }\n");

const locations = locationsFor(process.platform, home, join(home, "no-machine-file"));
const now = Date.now;
const policies = createPolicyStore({ locations, platform: process.platform, now });
const ledger = createLedger(locations.state);
const usage = createUsageCounter(now, randomUUID, (event) => ledger.record({ event, local: {} }));
const grants = createGrants(join(locations.state, "grants.json"), now);
const gate = createGate({ policies, ledger, usage, grants, detect, now, elapsed: () => performance.now(), newId: randomUUID, groups: [], knownAssistants: knownAssistantIds });
const identify = createPathIdentity(now);

const line = 'export function total(items: readonly Item[]): number { return items.reduce((sum, { price }) => sum + price, 0); } // "key": 42\n';
const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const plain = line.repeat(100).slice(0, 10_000);
const secret = `${plain.slice(0, 5000)}const apiToken = "${token}";\n${plain}`.slice(0, 10_000);
const path = (name: string) => identify(join(repository, "src", "deep", name))!;
const base = { channel: "completion", destination: { assistant: "unknown", kind: "unknown" }, able: ["allow", "block"] } satisfies Partial<Request>;

// What is no restart: the first questions compile the policy and warm the engine up.
const warmUp = 500;
const runs = 5000;

/** Each question is timed alone: looking at the policy files again, which happens ten times a second, is in the tail. */
function measure(ask: (run: number) => void): readonly number[] {
  const samples = [];
  for (let run = -warmUp; run < runs; run += 1) {
    const start = performance.now();
    ask(run);
    if (run >= 0) samples.push(performance.now() - start);
  }
  return samples;
}

const prompt = { channel: "prompt", destination: { assistant: "copilot", kind: "cloud" }, able: ["allow", "warn", "redact", "block"] } satisfies Partial<Request>;
reportPercentiles("gate.decide, 10 kB of plain text", "ms", measure((run) => gate.decide({ ...prompt, path: path(`file${run % 50}.ts`), text: plain })), { of: 99, atMost: 2 });
reportPercentiles("gate.decide, 10 kB with a secret, recorded", "ms", measure((run) => gate.decide({ ...prompt, path: path(`file${run % 50}.ts`), text: secret })), { of: 99, atMost: 2 });
reportPercentiles("gate.preview, 10 kB of plain text", "ms", measure((run) => gate.preview({ ...prompt, path: path(`file${run % 50}.ts`), text: plain })), { of: 99, atMost: 2 });
const known = Array.from({ length: 50 }, (_, index) => path(`file${index}.ts`));
reportPercentiles("gate.preview without text", "ms", measure((run) => gate.preview({ ...base, path: known[Math.abs(run) % 50]! })), { of: 99, atMost: 0.05 });
reportPercentiles("gate.decide without text", "ms", measure((run) => gate.decide({ ...base, path: known[Math.abs(run) % 50]! })), { of: 99, atMost: 0.05 });

ledger.dispose();
rmSync(home, { recursive: true, force: true });
