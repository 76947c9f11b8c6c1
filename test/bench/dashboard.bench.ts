/** What the pages of the collector wait for, over ten million events in SQLite. As many as GATELODGE_BENCH_EVENTS says. */
import { openSqliteStore } from "../../src/collector/sqliteStore.ts";
import { openLargeDatabase } from "./collector/largeDatabase.ts";
import { lookAtViews } from "./collector/lookAtViews.ts";
import { report } from "./report.ts";

const { folder, now, events } = await openLargeDatabase(Number(process.env["GATELODGE_BENCH_EVENTS"] ?? 10_000_000));
const { store, views } = openSqliteStore(folder);
report({ name: "SQLite: events in the database", value: events, unit: "events" });
await lookAtViews("SQLite", views, now);
store.close();
