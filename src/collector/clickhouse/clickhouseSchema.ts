import type { ClickhouseDatabase } from "./clickhouseDatabase.ts";

const day = 86_400_000;
// An insert that was answered survives the machine's fall, not only the program's.
const onDisk = "SETTINGS fsync_after_insert = 1, fsync_part_directory = 1";

/**
 * What a version of the database adds to the one before; never changed once it was released. Every table takes the same row twice and
 * counts it once: a sender that was not answered sends again, to whichever collector. So sums are not added up as events arrive: days
 * are counted anew from the events (`recount`), and of several counts of a day the largest holds, also when its events are gone.
 */
const migrations: readonly (readonly string[])[] = [[
  `CREATE TABLE IF NOT EXISTS secrets (name String, value String, at DateTime64(6) DEFAULT now64(6)) ENGINE = ReplacingMergeTree(at) ORDER BY name ${onDisk}`,
  // Of the columns that a row does not name, none changes what another row says.
  `CREATE TABLE IF NOT EXISTS devices (id String, enrolled SimpleAggregateFunction(min, Int64) DEFAULT 9223372036854775807, seen SimpleAggregateFunction(max, Nullable(Int64)), token SimpleAggregateFunction(max, Tuple(Int64, String)), publicKey SimpleAggregateFunction(max, String)) ENGINE = AggregatingMergeTree ORDER BY id ${onDisk}`,
  `CREATE TABLE IF NOT EXISTS events (time Int64 CODEC(Delta, ZSTD(1)), name LowCardinality(String), device String, id String, effect LowCardinality(String), subject LowCardinality(String), assistant LowCardinality(String), channel LowCardinality(String), stands UInt64, used Array(UInt64), attributes String CODEC(ZSTD(1))) ENGINE = ReplacingMergeTree ORDER BY (intDiv(time, ${day}), name, device, id) ${onDisk}, index_granularity = 1024`,
  `CREATE TABLE IF NOT EXISTS viewDays (day LowCardinality(String), name LowCardinality(String), effect LowCardinality(String), subject LowCardinality(String), assistant LowCardinality(String), channel LowCardinality(String), count SimpleAggregateFunction(max, UInt64)) ENGINE = AggregatingMergeTree ORDER BY (day, name, effect, subject, assistant, channel)`,
  `CREATE TABLE IF NOT EXISTS viewUsage (day LowCardinality(String), assistant LowCardinality(String), channel LowCardinality(String), effect LowCardinality(String), count SimpleAggregateFunction(max, UInt64)) ENGINE = AggregatingMergeTree ORDER BY (day, assistant, channel, effect)`,
  `CREATE TABLE IF NOT EXISTS viewSeen (kind LowCardinality(String), value String, device String, day SimpleAggregateFunction(max, String)) ENGINE = AggregatingMergeTree ORDER BY (kind, value, device) ${onDisk}`,
  `CREATE TABLE IF NOT EXISTS standings (device String, reported SimpleAggregateFunction(max, Nullable(Int64)), tamper SimpleAggregateFunction(max, Tuple(Int64, String)), beat SimpleAggregateFunction(max, Tuple(heartbeat Int64, mode String, policy String, programs String, server String, doorsOff String, hooks String, hooksOff String, undecided Int64, unrecorded Int64, unspooled Int64, queueAge Int64))) ENGINE = AggregatingMergeTree ORDER BY device ${onDisk}`,
  `CREATE VIEW IF NOT EXISTS viewDevices AS SELECT device, reported, nullIf(tamper.1, 0) AS tampered, tamper.2 AS tamperKind, nullIf(beat.1, 0) AS heartbeat, beat.2 AS mode, beat.3 AS policy, beat.4 AS programs, beat.5 AS server, if(beat.1 = 0, '[]', beat.6) AS doorsOff, if(beat.1 = 0, '[]', beat.7) AS hooks, if(beat.1 = 0, '[]', beat.8) AS hooksOff, beat.9 AS undecided, beat.10 AS unrecorded, beat.11 AS unspooled, beat.12 AS queueAge FROM standings FINAL`,
  `CREATE TABLE IF NOT EXISTS viewFacts (name String, value String, at DateTime64(6) DEFAULT now64(6)) ENGINE = ReplacingMergeTree(at) ORDER BY name`,
  `CREATE TABLE IF NOT EXISTS touchedDays (day Int64, at SimpleAggregateFunction(max, Int64)) ENGINE = AggregatingMergeTree ORDER BY day ${onDisk}`,
  `CREATE TABLE IF NOT EXISTS countedDays (day Int64, at SimpleAggregateFunction(max, Int64)) ENGINE = AggregatingMergeTree ORDER BY day`,
]];

/** Several collectors may do this at once. Throws when the database is of a newer version than this program. */
export async function migrate(database: ClickhouseDatabase): Promise<void> {
  await database.run("CREATE TABLE IF NOT EXISTS migrations (version UInt32) ENGINE = ReplacingMergeTree ORDER BY version");
  const [row] = await database.all("SELECT max(version) AS version FROM migrations");
  const version = Number(row?.["version"] ?? 0);
  if (version > migrations.length) throw new Error("the database is of a newer version of Gatelodge");
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    for (const statement of statements) await database.run(statement);
    await database.insert("migrations", [{ version: index + 1 }]);
  }
}
