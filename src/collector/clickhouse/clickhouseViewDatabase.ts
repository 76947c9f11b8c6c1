import type { ViewDatabase } from "../views/viewDatabase.ts";
import type { ClickhouseDatabase } from "./clickhouseDatabase.ts";

const key = "intDiv(w.time, 86400000), w.name, w.device, w.id";

/**
 * Attributes are most of what an event is, so they are read of those alone that are shown. Heartbeats and hourly usage, which stand
 * for no event, are in no list.
 */
const newest = (where: string) => `SELECT w.time AS time, w.device AS device, w.id AS id, w.name AS name, w.effect AS effect, w.subject AS subject, w.assistant AS assistant, w.channel AS channel, w.attributes AS attributes FROM events w
  WHERE (${key}) IN (SELECT ${key} FROM events w WHERE ${where} AND w.stands > 0 ORDER BY w.time DESC, w.id DESC LIMIT :most)
  ORDER BY w.time DESC, w.id DESC`;

/** The tables that pages read, in ClickHouse, with the days counted as they are now. */
export function createClickhouseViewDatabase(database: ClickhouseDatabase, counted: () => Promise<void>): ViewDatabase {
  return {
    all: async (sql, values) => {
      await counted();
      return database.all(sql, values);
    },
    isOneOf: (column, list) => `has(${list}, ${column})`,
    newest,
    readsDaysTogether: true,
    writeFact: (name, value) => database.insert("viewFacts", [{ name, value }]),
    hurried: (work) => work(),
  };
}
