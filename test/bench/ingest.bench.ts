/** How many events a second the collector program takes on top of what it has, from many machines at once, over HTTP. */
import { constants, copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCollector } from "../collector/startCollector.ts";
import { openLargeDatabase } from "./collector/largeDatabase.ts";
import { sendForAWhile } from "./collector/sendForAWhile.ts";
import { report } from "./report.ts";

const { folder, events } = await openLargeDatabase(Number(process.env["GATELODGE_BENCH_EVENTS"] ?? 10_000_000));
const data = mkdtempSync(join(tmpdir(), "gatelodge-bench-"));
copyFileSync(join(folder, "events.db"), join(data, "events.db"), constants.COPYFILE_FICLONE);
const collector = await startCollector(data);
report({ name: "ingest: events that were there", value: events, unit: "events" });
for (const { each, seconds, atLeast } of [{ each: 200, seconds: 20, atLeast: 10_000 }, { each: 20, seconds: 10 }]) {
  const { taken, wall, cpu, refused } = await sendForAWhile(collector, { each, seconds });
  report({ name: `ingest: SQLite, ${each} events a request`, value: taken / wall, unit: "events/s", ...(atLeast === undefined ? {} : { atLeast }) });
  report({ name: `ingest: the collector's time for one of them`, value: (cpu / taken) * 1e6, unit: "µs" });
  report({ name: `ingest: requests that were refused`, value: refused, unit: "requests", atMost: 0 });
}
await collector.stop();
rmSync(data, { recursive: true, force: true });
