import type { DatabaseSync } from "node:sqlite";

/** Single values of the control database. */
export interface Settings {
  readonly get: (name: string) => string | undefined;
  readonly set: (name: string, value: string) => void;
}

export function createSettings(database: DatabaseSync): Settings {
  const find = database.prepare("SELECT value FROM settings WHERE name = ?");
  const put = database.prepare("INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value");
  return {
    get: (name) => {
      const value = find.get(name)?.["value"];
      return typeof value === "string" ? value : undefined;
    },
    set: (name, value) => void put.run(name, value),
  };
}
