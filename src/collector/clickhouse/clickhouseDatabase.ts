import type { ClickHouseClient } from "@clickhouse/client";
import type { Row } from "../views/counted.ts";
import type { Values } from "../views/viewDatabase.ts";

export interface ClickhouseAddress {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** A ClickHouse server by its official client. Values travel apart from the text of a statement. */
export interface ClickhouseDatabase {
  readonly all: (sql: string, values?: Values) => Promise<readonly Row[]>;
  readonly each: (sql: string, values: Values) => AsyncIterable<Row>;
  readonly run: (sql: string, values?: Values) => Promise<void>;
  /** Answered when the rows are on the disk. */
  readonly insert: (table: string, rows: readonly Readonly<Record<string, unknown>>[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

const settings = {
  // What is absent in a join is null, as in SQLite; rows that replace each other count once in whatever asks.
  join_use_nulls: 1, final: 1,
  // Whole numbers of ours are below 2^53.
  output_format_json_quote_64bit_integers: 0,
  // Deleting answers when it is done.
  lightweight_deletes_sync: "2",
} as const;

/** The client is loaded by those collectors alone that have such a database. Throws when there is none at the address. */
export async function openClickhouse({ url, user, password, database }: ClickhouseAddress): Promise<ClickhouseDatabase> {
  const { createClient } = await import("@clickhouse/client");
  const client = createClient({ url, username: user, password, database, application: "gatelodge", request_timeout: 60_000, compression: { request: true, response: true }, use_multipart_params_auto: true, clickhouse_settings: settings, log: { level: 127 } });
  const alive = await client.ping({ select: true });
  if (!alive.success) {
    await client.close();
    throw new Error("ClickHouse does not answer, or does not know the user");
  }
  return toDatabase(client);
}

function toDatabase(client: ClickHouseClient): ClickhouseDatabase {
  const ask = (sql: string, values: Values) => client.query({ query: typed(sql, values), query_params: values, format: "JSONEachRow" });
  return {
    all: async (sql, values = {}) => (await ask(sql, values)).json<Row>(),
    each: async function* (sql, values) {
      for await (const rows of (await ask(sql, values)).stream<Row>()) for (const row of rows) yield row.json();
    },
    run: async (sql, values = {}) => void (await client.command({ query: typed(sql, values), query_params: values })),
    insert: async (table, rows) => {
      if (rows.length > 0) await client.insert({ table, values: [...rows], format: "JSONEachRow" });
    },
    close: () => client.close(),
  };
}

/** `:name`, which SQLite understands, as `{name:Type}`. Statements are constants of this program: no text of anybody else is in them. */
const typed = (sql: string, values: Values): string => sql.replace(/:([a-z]\w*)/gi, (whole, name: string) => {
  const value = values[name];
  return value === undefined ? whole : `{${name}:${typeof value === "number" ? "Int64" : typeof value === "string" ? "String" : "Array(String)"}}`;
});
