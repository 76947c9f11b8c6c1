/** What reporting costs: an event kept, a stopped one on the disk, bytes on the wire; and what many kills lose. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { toOtlpLogs, type SpooledEvent } from "../../src/core/otlp/toOtlpLogs.ts";
import { createEventIds } from "../../src/node/eventId.ts";
import { runKills } from "../support/killed/killRun.ts";
import { decisionEvent, spoolIn } from "../support/spooled.ts";
import { report, reportPercentiles } from "./report.ts";

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
report({ name: "spool: of those, lost", value: lost + left, unit: "events", atMost: 0 });
report({ name: "spool: of those, arrived again with their id", value: duplicates, unit: "events" });
rmSync(folder, { recursive: true, force: true });
