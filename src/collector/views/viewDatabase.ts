import type { DatabaseSync, StatementSync } from "node:sqlite";
import type { Awaitable } from "../eventStore.ts";
import type { Row } from "./counted.ts";

/** What a `:name` within SQL stands for; it is bound, never put into the text. */
export type Values = Readonly<Record<string, string | number | readonly string[]>>;

/** The tables that pages read, in either database. Their SQL is what both understand; where they differ they say so here. */
export interface ViewDatabase {
  readonly all: (sql: string, values?: Values) => Awaitable<readonly Row[]>;
  /** Whether a column is one of a list. */
  readonly isOneOf: (column: string, list: `:${string}`) => string;
  /** The newest `:most` events that a condition over w holds for, with their attributes. */
  readonly newest: (where: string) => string;
  /** Whether several days at once are read like one, so that it does not matter which of them have any. */
  readonly readsDaysTogether: boolean;
  readonly writeFact: (name: string, value: string) => Awaitable<void>;
  /** Does the work without waiting for the disk, where that makes it faster. */
  readonly hurried: (work: () => Promise<void>) => Promise<void>;
}

/** SQLite, where lists are bound as JSON. */
export function createSqliteViewDatabase(database: DatabaseSync): ViewDatabase {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const statement = database.prepare(sql);
    // One set of values serves several statements.
    statement.setAllowUnknownNamedParameters(true);
    prepared.set(sql, statement);
    return statement;
  };
  return {
    all: (sql, values = {}) => prepare(sql).all(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? JSON.stringify(value) : value]))),
    isOneOf: (column, list) => `${column} IN (SELECT value FROM json_each(${list}))`,
    newest: (where) => `SELECT w.*, e.attributes FROM viewEvents w LEFT JOIN events e ON e.device = w.device AND e.id = w.id WHERE ${where} ORDER BY w.time DESC, w.id DESC LIMIT :most`,
    readsDaysTogether: false,
    writeFact: (name, value) => void prepare("INSERT INTO viewFacts VALUES (:name, :value) ON CONFLICT DO UPDATE SET value = excluded.value").run({ name, value }),
    hurried: async (work) => {
      database.exec("PRAGMA synchronous = OFF");
      await work();
      database.exec("PRAGMA synchronous = FULL");
    },
  };
}
