import { readFileSync, statSync } from "node:fs";
import { openClickhouse } from "./clickhouse/clickhouseDatabase.ts";
import { openClickhouseStore } from "./clickhouse/clickhouseStore.ts";
import type { EventStore, FirstSecrets } from "./eventStore.ts";
import { openSqliteStore } from "./sqliteStore.ts";
import type { CollectorArguments } from "./collectorArguments.ts";
import type { Views } from "./views/views.ts";

/** The events' database, a new one with its first secrets. Throws when it cannot be opened. */
export async function openStore({ store: wanted, data, intake }: Pick<CollectorArguments, "store" | "data" | "intake">): Promise<{ readonly store: EventStore; readonly views: Views; readonly first?: FirstSecrets }> {
  if (wanted.kind === "sqlite") return openSqliteStore(data);
  const { url, user, database, passwordFile } = wanted;
  return openClickhouseStore(await openClickhouse({ url, user, database, password: passwordFile === undefined ? "" : readPassword(passwordFile) }), { isIntake: intake });
}

/** A file that others may read keeps no secret. Its group may: that is how containers are given one. */
function readPassword(file: string): string {
  if (process.platform !== "win32" && (statSync(file).mode & 0o027) !== 0) throw new Error("the password's file may be read by others: chmod 600");
  return readFileSync(file, "utf8").trim();
}
