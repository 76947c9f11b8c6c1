import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { transaction } from "./transaction.ts";
import type { Device, EventStore, FirstSecrets, KeptEvent, StoredEvent } from "./eventStore.ts";
import { hashToken, newToken } from "./tokens.ts";
import { createForget, createRollUp } from "./views/rollUp.ts";
import { createSqliteViewDatabase } from "./views/viewDatabase.ts";
import { createViews, type Views } from "./views/views.ts";

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 2000;
  PRAGMA cache_size = -64000;
  PRAGMA wal_autocheckpoint = 8000;
  CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS devices (id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, publicKey TEXT NOT NULL, enrolled INTEGER NOT NULL, seen INTEGER) STRICT;
  CREATE TABLE IF NOT EXISTS events (id TEXT NOT NULL, device TEXT NOT NULL, time INTEGER NOT NULL, name TEXT NOT NULL, attributes TEXT NOT NULL, PRIMARY KEY (device, id)) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS eventsByTime ON events (time);
`;

/**
 * SQLite as node brings it. Pages never count raw events: each new one is added to its day in the transaction that keeps it, so
 * that one which comes twice counts once. Throws when the folder or the database cannot be written.
 */
export function openSqliteStore(folder: string): { readonly store: SqliteStore; readonly views: Views; readonly first?: FirstSecrets } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(join(folder, "events.db"));
  database.exec(schema);
  const first = createSecrets(database);
  return { store: createStore(database), views: createViews(createSqliteViewDatabase(database)), ...(first === undefined ? {} : { first }) };
}

function createSecrets(database: DatabaseSync): FirstSecrets | undefined {
  const isNew = database.prepare("SELECT 1 FROM secrets LIMIT 1").get() === undefined;
  if (!isNew && database.prepare("SELECT 1 FROM secrets WHERE name = 'unshown'").get() === undefined) return undefined;
  const adminToken = newToken();
  const put = database.prepare("INSERT INTO secrets VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value");
  const all = [["admin", hashToken(adminToken)], ["unshown", ""], ...(isNew ? [["nameKey", newToken()] as const] : [])] as const;
  transaction(database, () => all.forEach(([name, value]) => void put.run(name, value)));
  return { adminToken, isNew, shown: () => database.exec("DELETE FROM secrets WHERE name = 'unshown'") };
}

type SqliteStore = ReturnType<typeof createStore>;

function createStore(database: DatabaseSync) {
  const secret = database.prepare("SELECT value FROM secrets WHERE name = ?");
  const secretOf = (name: string) => String(secret.get(name)?.["value"] ?? "");
  const addDevice = database.prepare("INSERT INTO devices VALUES (?, ?, ?, ?, NULL)");
  const findKey = database.prepare("SELECT id FROM devices WHERE publicKey = ?");
  const renew = database.prepare("UPDATE devices SET token = ? WHERE id = ?");
  const findToken = database.prepare("SELECT id FROM devices WHERE token = ?");
  const addEvent = database.prepare("INSERT INTO events VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const rollUp = createRollUp(database);
  const saw = database.prepare("UPDATE devices SET seen = ? WHERE id = ?");
  const keep = (device: string, sent: StoredEvent, now: number): boolean => {
    // A clock that runs ahead makes nothing fresher than now, nor keeps it for longer.
    const event = { ...sent, time: Math.min(sent.time, now) };
    const { changes } = addEvent.run(event.id, device, event.time, event.name, JSON.stringify(event.attributes));
    if (changes === 0) return false;
    rollUp(device, event);
    return true;
  };
  return {
    enrol: (device: Parameters<EventStore["enrol"]>[0], now: number) => transaction(database, () => {
      const known = findKey.get(device.publicKey)?.["id"];
      if (known === undefined) addDevice.run(device.id, hashToken(device.token), device.publicKey, now);
      else renew.run(hashToken(device.token), known);
      return { id: String(known ?? device.id) };
    }),
    deviceWithKey: (publicKey: string) => {
      const id = findKey.get(publicKey)?.["id"];
      return id === undefined ? undefined : { id: String(id) };
    },
    deviceOf: (token: string) => {
      const id = findToken.get(hashToken(token))?.["id"];
      return id === undefined ? undefined : { id: String(id) };
    },
    sendAway: (device: string) => void renew.run(hashToken(newToken()), device),
    isAdmin: (token: string) => hashToken(token) === secretOf("admin"),
    append: ({ id }: Device, events: readonly StoredEvent[], now: number) => transaction(database, () => {
      const accepted = events.filter((event) => keep(id, event, now)).length;
      saw.run(now, id);
      return { accepted, duplicate: events.length - accepted };
    }),
    ...createUpkeep(database),
    nameKey: () => secretOf("nameKey"),
    close: () => database.close(),
  } satisfies EventStore;
}

function createUpkeep(database: DatabaseSync) {
  const each = database.prepare("SELECT * FROM events WHERE time >= ? AND time < ?");
  const prune = database.prepare("DELETE FROM events WHERE (device, id) IN (SELECT device, id FROM events WHERE time < ? LIMIT ?)");
  const erase = database.prepare("DELETE FROM events WHERE device = ?");
  const forget = createForget(database);
  const devices = database.prepare("SELECT COUNT(*) AS count FROM devices");
  return {
    each: function* (since: number, until: number): Iterable<KeptEvent> {
      for (const row of each.iterate(since, until)) yield { id: String(row["id"]), device: String(row["device"]), time: Number(row["time"]), name: String(row["name"]), attributes: JSON.parse(String(row["attributes"])) as StoredEvent["attributes"] };
    },
    prune: (before: number, most: number) => Number(prune.run(before, most).changes),
    erase: (device: string) => transaction(database, () => {
      forget(device);
      return Number(erase.run(device).changes);
    }),
    devices: () => Number(devices.get()?.["count"] ?? 0),
  };
}
