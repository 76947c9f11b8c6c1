/** What the pages of the collector wait for, over events of many machines. As many as GATELODGE_BENCH_EVENTS says. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoEvents } from "../../src/collector/demo/demoEvents.ts";
import { createRandom } from "../../src/collector/demo/random.ts";
import { openSqliteStore } from "../../src/collector/sqliteStore.ts";
import { report, reportPercentiles } from "./report.ts";

const wanted = Number(process.env["GATELODGE_BENCH_EVENTS"] ?? 1_000_000);
const asOf = { now: Date.now(), revoked: [] };
const fleet = 5000;
const { now } = asOf;
const folder = mkdtempSync(join(tmpdir(), "gatelodge-bench-"));
const { store, views } = openSqliteStore(folder);

/** A fleet of 5,000, each machine of which reports what the demo's do, again and again. */
async function fill(): Promise<{ readonly events: number; readonly seconds: number }> {
  const [state, start] = [{ events: 0, round: 0 }, performance.now()];
  const enrol = (index: number) => store.enrol({ id: `device-${index}`, token: `token-${index}`, publicKey: `key-${index}` }, now);
  await views.asDemo(async () => {
    const devices = Array.from({ length: fleet }, (_, index) => enrol(index));
    for (let number = 0; state.events < wanted; number += 1) {
      const device = devices[number % fleet];
      const events = createDemoEvents(createRandom(number), now);
      if (device !== undefined) store.append(device, events, now);
      state.events += events.length;
    }
  });
  return { events: state.events, seconds: (performance.now() - start) / 1000 };
}

const { events, seconds } = await fill();
report({ name: "collector: events in the database", value: events, unit: "events" });
report({ name: "collector: kept without waiting for the disk", value: events / seconds, unit: "events/s" });

const looks = {
  overview: () => views.overview(asOf), "AI in use": () => views.ai("", now), events: () => views.events({}, now), "events of a rule": () => views.events({ subject: "secrets" }, now),
  "events of a rare kind": () => views.events({ name: "gatelodge.loss" }, now), "events that no one fits": () => views.events({ name: "gatelodge.loss", channel: "chat" }, now), machines: () => views.devices.list({ page: 1 }, asOf), "silent machines": () => views.devices.list({ page: 1, state: "silent" }, asOf), "one machine": () => views.devices.one("device-7", asOf),
};
for (const [name, look] of Object.entries(looks)) {
  const samples: number[] = [];
  for (let run = 0; run < 20; run += 1) {
    const start = performance.now();
    await look();
    samples.push(performance.now() - start);
  }
  reportPercentiles(`dashboard: ${name}`, "ms", samples, { of: 95, atMost: 300 });
}
store.close();
rmSync(folder, { recursive: true, force: true });
