import type { ViewDatabase } from "../views/viewDatabase.ts";
import type { ClickhouseDatabase } from "./clickhouseDatabase.ts";

/** Heartbeats and hourly usage are in no list: they stand for no more than how a machine stands and what was used. */
const listed = "(SELECT * FROM events WHERE stands > 0) w";

/** The tables that pages read, in ClickHouse, with the days counted as they are now. */
export function createClickhouseViewDatabase(database: ClickhouseDatabase, counted: () => Promise<void>): ViewDatabase {
  return {
    all: async (sql, values) => {
      await counted();
      return database.all(sql, values);
    },
    isOneOf: (column, list) => `has(${list}, ${column})`,
    listed: { from: listed, attributes: "w.attributes" },
    writeFact: (name, value) => database.insert("viewFacts", [{ name, value }]),
    hurried: (work) => work(),
  };
}
