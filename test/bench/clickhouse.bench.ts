/** The pages over ten million events in ClickHouse's own engine (chdb, which answers one question after the other), and how fast events come in. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cache } from "../../scripts/toolchain/paths.mjs";
import { openClickhouse } from "../../src/collector/clickhouse/clickhouseDatabase.ts";
import { openClickhouseStore } from "../../src/collector/clickhouse/clickhouseStore.ts";
import { hashToken } from "../../src/collector/tokens.ts";
import { startClickhouse } from "../databases/startClickhouse.ts";
import { fleet, idOf, reportFleet, tokenOf } from "./collector/largeDatabase.ts";
import { lookAtViews } from "./collector/lookAtViews.ts";
import { report } from "./report.ts";

const wanted = Number(process.env["GATELODGE_BENCH_EVENTS"] ?? 10_000_000);
const folder = join(cache, "bench", `clickhouse-${wanted}`);
mkdirSync(folder, { recursive: true });
const clickhouse = await startClickhouse(folder);
if ("missing" in clickhouse) report({ name: `ClickHouse: skipped, ${clickhouse.missing}`, value: 0, unit: "events" });
else await measure(clickhouse.url).finally(clickhouse.stop);

async function measure(url: string): Promise<void> {
  const database = await openClickhouse({ url, user: "default", password: "", database: "default" });
  const { store, views } = await openClickhouseStore(database);
  const count = async () => Number((await database.all("SELECT count() AS count FROM events SETTINGS final = 0"))[0]?.["count"]);
  if ((await count()) < wanted) {
    const now = Date.now();
    // One by one the machines would take minutes.
    await database.insert("devices", Array.from({ length: fleet }, (_, number) => ({ id: idOf(number), enrolled: now, token: [now, hashToken(tokenOf(number))], publicKey: `key-${number}` })));
    const start = performance.now();
    const seed = await reportFleet(store, now);
    report({ name: "ClickHouse: kept, a fleet's events at once", value: (seed / (performance.now() - start)) * 1000, unit: "events/s" });
    // Copies, spread over 84 days; ids differ by the number of the copy.
    await database.run("CREATE TABLE seed AS events");
    await database.run("INSERT INTO seed SELECT * FROM events");
    for (let n = 1; n < wanted / seed; n += 1) await database.run("INSERT INTO events SELECT time - :earlier AS time, name, device, concat(id, :copy) AS id, effect, subject, assistant, channel, stands, used, attributes FROM seed", { earlier: (n % 3) * 28 * 86_400_000, copy: `-${n}` });
    await database.run("DROP TABLE seed");
    await database.run("INSERT INTO touchedDays SELECT DISTINCT intDiv(time, 86400000) AS day, toUnixTimestamp64Micro(now64(6)) AS at FROM events");
  }
  report({ name: "ClickHouse: events in the database", value: await count(), unit: "events" });
  // Those that were made on another day end on that day.
  const now = Number((await database.all("SELECT max(time) AS time FROM events"))[0]?.["time"]);
  const start = performance.now();
  await views.overview({ now, revoked: [] });
  report({ name: "ClickHouse: the first page of all, with every day counted anew", value: performance.now() - start, unit: "ms" });
  await lookAtViews("ClickHouse", views, now);
  await store.close();
}
