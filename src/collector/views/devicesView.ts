import { deviceStates, type DeviceRow, type DeviceState, type DevicesView, type DeviceView } from "../../core/dashboard/views.ts";
import { toCounted, type Row } from "./counted.ts";
import { dayMilliseconds, toDay } from "./days.ts";
import { stateSql, toStates, type AsOf } from "./deviceState.ts";
import { createEventsView } from "./eventsView.ts";
import type { ViewDatabase } from "./viewDatabase.ts";

/** Which machines: in a state, or whose id begins so. */
export interface DeviceFilter {
  readonly state?: DeviceState;
  readonly id?: string;
  readonly page: number;
}

const pageSize = 50;
const from = "FROM devices d LEFT JOIN viewDevices v ON v.device = d.id";
const columns = `d.id, d.enrolled, d.seen, v.heartbeat, v.mode, v.policy, v.server, v.doorsOff, v.hooks, v.hooksOff, v.tamperKind, v.queueAge, v.undecided, v.unrecorded, v.unspooled, v.programs`;
// The most serious first.
const order = `CASE state ${deviceStates.map((state, index) => `WHEN '${state}' THEN ${index}`).join(" ")} END, id`;

export interface DeviceViews {
  readonly list: (filter: DeviceFilter, asOf: AsOf) => Promise<DevicesView>;
  readonly one: (id: string, asOf: AsOf) => Promise<DeviceView | undefined>;
}

/** Machines and how their guards stand. */
export function createDeviceViews(database: ViewDatabase): DeviceViews {
  const stated = `(SELECT ${columns}, ${stateSql(database)} AS state ${from})`;
  const chosen = "(:state = '' OR state = :state) AND substr(id, 1, length(:id)) = :id";
  const countAlike = async (rows: readonly Row[]) => {
    const alike = await database.all(`SELECT programs AS value, COUNT(*) AS count FROM viewDevices WHERE programs <> '' AND ${database.isOneOf("programs", ":programs")} GROUP BY programs`, { programs: [...new Set(rows.map(({ programs }) => String(programs ?? "")))] });
    return new Map(toCounted(alike).map(({ value, count }) => [value, count]));
  };
  const events = createEventsView(database);
  return {
    list: async ({ state = "", id = "", page }, asOf) => {
      const values = { ...asOf, state, id, offset: (page - 1) * pageSize };
      const [states, counted, rows] = await Promise.all([
        database.all(`SELECT state, COUNT(*) AS count FROM ${stated} GROUP BY state`, values),
        database.all(`SELECT COUNT(*) AS count FROM ${stated} WHERE ${chosen}`, values),
        database.all(`SELECT * FROM ${stated} WHERE ${chosen} ORDER BY ${order} LIMIT ${pageSize} OFFSET :offset`, values),
      ]);
      const [total, same] = [Number(counted[0]?.["count"] ?? 0), await countAlike(rows)];
      return { total, states: toStates(states), rows: rows.map((row) => toDeviceRow(row, same)), page, pages: Math.max(1, Math.ceil(total / pageSize)) };
    },
    one: async (id, asOf) => {
      const [row] = await database.all(`SELECT * FROM ${stated} WHERE id = :id`, { ...asOf, id });
      if (row === undefined) return undefined;
      const [alike, { rows }] = await Promise.all([countAlike([row]), events({ device: id, from: toDay(asOf.now - 90 * dayMilliseconds) }, asOf.now)]);
      return { device: toDeviceRow(row, alike), events: rows };
    },
  };
}

function toDeviceRow(row: Row, alike: ReadonlyMap<string, number>): DeviceRow {
  const [text, number] = [(key: string) => String(row[key] ?? ""), (key: string) => Number(row[key] ?? 0)];
  const list = (key: string) => JSON.parse(text(key) || "[]") as readonly string[];
  return {
    id: text("id"), state: text("state") as DeviceState, enrolled: toDay(number("enrolled")),
    ...(row["seen"] === null ? {} : { seen: toDay(number("seen")) }), ...(row["heartbeat"] === null ? {} : { heartbeat: toDay(number("heartbeat")) }),
    mode: text("mode"), policy: text("policy"), server: text("server"), doorsOff: list("doorsOff"), hooks: list("hooks"), hooksOff: list("hooksOff"), tamperKind: text("tamperKind"),
    queueAge: number("queueAge"), undecided: number("undecided"), unrecorded: number("unrecorded"), unspooled: number("unspooled"), programs: text("programs"), alike: alike.get(text("programs")) ?? 0,
  };
}
