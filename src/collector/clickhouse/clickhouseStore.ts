import type { Device, EventStore, FirstSecrets, KeptEvent, StoredEvent } from "../eventStore.ts";
import { hashToken, newToken } from "../tokens.ts";
import type { Row } from "../views/counted.ts";
import { createViews, type Views } from "../views/views.ts";
import { createAppend } from "./appendEvents.ts";
import type { ClickhouseDatabase } from "./clickhouseDatabase.ts";
import { migrate } from "./clickhouseSchema.ts";
import { createClickhouseViewDatabase } from "./clickhouseViewDatabase.ts";
import { createRecount } from "./recount.ts";

export interface ClickhouseTimes {
  /** Milliseconds for which events of many machines are gathered before they are written together. */
  readonly gather: number;
  /** Milliseconds for which counted days are believed. */
  readonly recount: number;
  /** Milliseconds for which a machine's token is believed without asking: so late another collector hears that it was sent away. */
  readonly tokens: number;
}

const usualTimes: ClickhouseTimes = { gather: 100, recount: 1000, tokens: 60_000 };

export interface ClickhouseOptions {
  readonly times?: ClickhouseTimes;
  /** An intake does not begin a database: nobody would see the secrets that are shown once. */
  readonly isIntake?: boolean;
}

/** ClickHouse, which several collectors may share. Throws when it cannot be asked. */
export async function openClickhouseStore(database: ClickhouseDatabase, { times = usualTimes, isIntake = false }: ClickhouseOptions = {}): Promise<{ readonly store: EventStore; readonly views: Views; readonly first?: FirstSecrets }> {
  await migrate(database);
  const first = await createSecrets(database, isIntake);
  const counted = createRecount(database, times.recount);
  return { store: createStore(database, counted, times), views: createViews(createClickhouseViewDatabase(database, counted)), ...(first === undefined ? {} : { first }) };
}

async function createSecrets(database: ClickhouseDatabase, isIntake: boolean): Promise<FirstSecrets | undefined> {
  const names = new Set((await database.all("SELECT name FROM secrets")).map(({ name }) => name));
  if (isIntake && names.size === 0) throw new Error("the database is new: start the collector with the pages first");
  if (isIntake || names.has("shown")) return undefined;
  const [adminToken, isNew] = [newToken(), names.size === 0];
  await database.insert("secrets", [{ name: "admin", value: hashToken(adminToken) }, ...(isNew ? [{ name: "nameKey", value: newToken() }] : [])]);
  return { adminToken, isNew, shown: () => database.insert("secrets", [{ name: "shown", value: "" }]) };
}

function createStore(database: ClickhouseDatabase, counted: () => Promise<void>, times: ClickhouseTimes): EventStore {
  const secretOf = async (name: string) => String((await database.all("SELECT value FROM secrets WHERE name = :name", { name }))[0]?.["value"] ?? "");
  const deviceWithKey = async (publicKey: string) => toDevice(await database.all("SELECT id FROM devices WHERE publicKey = :publicKey LIMIT 1", { publicKey }));
  const findToken = async (hash: string) => toDevice(await database.all("SELECT id FROM devices WHERE token.2 = :hash LIMIT 1", { hash }));
  const tokens = createTokens(findToken, times.tokens);
  return {
    enrol: async ({ id, token, publicKey }, now) => {
      const device = (await deviceWithKey(publicKey)) ?? { id };
      await database.insert("devices", [{ id: device.id, enrolled: now, token: [now, hashToken(token)], publicKey }]);
      tokens.forget(device.id);
      return device;
    },
    deviceWithKey,
    deviceOf: async (token) => (token === "" ? undefined : tokens.find(hashToken(token))),
    sendAway: async (device, now) => {
      await database.insert("devices", [{ id: device, token: [now, hashToken(newToken())] }]);
      tokens.forget(device);
    },
    isAdmin: async (token) => hashToken(token) === (await secretOf("admin")),
    append: createAppend(database, times.gather),
    ...createUpkeep(database, counted),
    nameKey: () => secretOf("nameKey"),
    close: () => database.close(),
  };
}

const toDevice = ([row]: readonly Row[]): Device | undefined => (row === undefined ? undefined : { id: String(row["id"]) });

/** Machines ask often and change their token seldom: those that were found are believed for a while. */
function createTokens(ask: (hash: string) => Promise<Device | undefined>, believed: number) {
  const known = new Map<string, { readonly device: Device; readonly until: number }>();
  const most = 200_000;
  return {
    find: async (hash: string) => {
      const found = known.get(hash);
      if (found !== undefined && performance.now() < found.until) return found.device;
      const device = await ask(hash);
      known.delete(hash);
      if (known.size >= most) known.clear();
      if (device !== undefined) known.set(hash, { device, until: performance.now() + believed });
      return device;
    },
    forget: (id: string) => {
      for (const [hash, { device }] of known) if (device.id === id) known.delete(hash);
    },
  };
}

function createUpkeep(database: ClickhouseDatabase, counted: () => Promise<void>): Pick<EventStore, "each" | "prune" | "erase" | "devices"> {
  const remove = async (where: string, values: Readonly<Record<string, string | number>>) => {
    const [row] = await database.all(`SELECT count() AS count FROM events WHERE ${where}`, values);
    const many = Number(row?.["count"] ?? 0);
    if (many === 0) return 0;
    // What goes was counted, and stays so.
    await counted();
    await database.run(`DELETE FROM events WHERE ${where}`, values);
    return many;
  };
  return {
    each: async function* (since, until): AsyncIterable<KeptEvent> {
      for await (const row of database.each("SELECT id, device, time, name, attributes FROM events WHERE time >= :since AND time < :until", { since, until })) yield { id: String(row["id"]), device: String(row["device"]), time: Number(row["time"]), name: String(row["name"]), attributes: JSON.parse(String(row["attributes"])) as StoredEvent["attributes"] };
    },
    // All at once: to delete bit by bit would rewrite the same files each time.
    prune: (before) => remove("time < :before", { before }),
    erase: async (device) => {
      const many = await remove("device = :device", { device });
      for (const table of ["viewSeen", "standings"]) await database.run(`DELETE FROM ${table} WHERE device = :device`, { device });
      return many;
    },
    devices: async () => Number((await database.all("SELECT count() AS count FROM devices"))[0]?.["count"] ?? 0),
  };
}
