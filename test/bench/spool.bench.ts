/** What reporting costs: an event kept, a stopped one on the disk, bytes on the wire; and what many kills lose. */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { toOtlpLogs, type SpooledEvent } from "../../src/core/otlp/toOtlpLogs.ts";
import { createEventIds } from "../../src/node/eventId.ts";
import { createLedger } from "../../src/node/ledger.ts";
import { builtinInForce } from "../../src/node/policyStore.ts";
import { createReporting } from "../../src/node/reporting/createReporting.ts";
import { createReportingRun } from "../../src/node/reporting/reportingRun.ts";
import { runKills } from "../support/killed/killRun.ts";
import { decisionEvent, spoolIn } from "../support/spooled.ts";
import { percentile, report, reportPercentiles } from "./report.ts";

const folder = mkdtempSync(join(tmpdir(), "gatelodge-bench-"));
const newId = createEventIds(Date.now);
const spool = spoolIn(join(folder, "spool"));

function measure(enforced: "warn" | "block", runs: number, unit: number): readonly number[] {
  const samples = [];
  for (let run = -200; run < runs; run += 1) {
    const event = decisionEvent(newId(), { enforced });
    const start = performance.now();
    spool.append(event);
    if (run >= 0) samples.push((performance.now() - start) * unit);
  }
  return samples;
}

reportPercentiles("spool: an event kept", "µs", measure("warn", 20_000, 1000), { of: 99, atMost: 20 });
reportPercentiles("spool: a stopped one on the disk", "ms", measure("block", 2000, 1), { of: 99, atMost: 2 });

/** What the disk itself takes now for as many bytes: the rest of the figure above is ours. */
function measureDisk(runs: number): readonly number[] {
  const descriptor = openSync(join(folder, "disk"), "a");
  const samples = Array.from({ length: runs }, () => {
    const start = performance.now();
    writeSync(descriptor, Buffer.alloc(600, 32));
    fdatasyncSync(descriptor);
    return performance.now() - start;
  });
  closeSync(descriptor);
  return samples;
}
report({ name: "spool: the disk alone, p99", value: percentile(measureDisk(2000), 99), unit: "ms" });

/** A window that has nothing to send looks every five seconds: at the policy, the spool and the clock. */
async function measureIdle(looks: number): Promise<number> {
  const { policy, ...rest } = builtinInForce();
  const state = join(folder, "idle");
  const policies = { current: () => ({ ...rest, policy: { ...policy, reporting: { endpoint: "http://127.0.0.1:9" } } }) };
  const reporting = createReporting({ program: "gatelodge-vscode", dist: folder, locations: { state }, policies, ledger: createLedger(state), now: Date.now });
  const run = createReportingRun({ locations: { state }, reporting, mayReport: () => true, userName: () => "nobody", fetch, host: { os: "linux", arch: "x64", guardVersion: "0" }, now: Date.now, onEnrolled: () => {} });
  reporting.spool.append(decisionEvent(newId()));
  const before = process.cpuUsage();
  for (let look = 0; look < looks; look += 1) await run.look();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / looks;
}
report({ name: "reporting: a core's share in an idle window", value: (await measureIdle(500)) / 5000 * 100, unit: "%", atMost: 0.1 });

const rules = ["secrets", "above-ceiling", "personal-data", "hidden-text"];
// Ids and durations as they are: the rest of what differs between events is little, and so it is for a person's day.
const day: readonly SpooledEvent[] = Array.from({ length: 500 }, (_, index) => {
  const event = decisionEvent(newId(), { enforced: index % 3 === 0 ? "block" : "warn", rule: rules[index % rules.length] ?? "secrets" });
  return { ...event, time: new Date(1_780_000_000_000 + index * 61_234).toISOString(), attributes: { ...event.attributes, "gatelodge.seq": index, "gatelodge.decision.duration": ((index * 7919) % 1000) / 1000 } };
});
const body = JSON.stringify(toOtlpLogs([{ resource: { "service.name": "gatelodge-vscode" }, events: day }], Date.now()));
report({ name: "spool: bytes on the wire, an event of 500", value: gzipSync(body).length / day.length, unit: "B", atMost: 100 });

const { acknowledged, lost, duplicates, left } = await runKills({ folder: join(folder, "killed"), kills: 60, writers: 3, senders: 3, events: 20_000, between: 300 });
report({ name: "spool: events kept through 60 kills", value: acknowledged, unit: "events", atLeast: 200_000 });
report({ name: "spool: of those, lost", value: lost, unit: "events", atMost: 0 });
report({ name: "spool: files that nobody sent in the end", value: left, unit: "files", atMost: 0 });
report({ name: "spool: of those, arrived again with their id", value: duplicates, unit: "events" });
rmSync(folder, { recursive: true, force: true });
