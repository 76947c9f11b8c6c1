import type { DatabaseSync } from "node:sqlite";
import { deviceStates, type DeviceRow, type DeviceState, type DevicesView, type DeviceView } from "../../core/dashboard/views.ts";
import type { Row } from "./counted.ts";
import { dayMilliseconds, toDay } from "./days.ts";
import { stateSql, toParameters, toStates, type AsOf } from "./deviceState.ts";
import { createEventsView } from "./eventsView.ts";

/** Which machines: in a state, or whose id begins so. */
export interface DeviceFilter {
  readonly state?: DeviceState;
  readonly id?: string;
  readonly page: number;
}

const pageSize = 50;
const from = "FROM devices d LEFT JOIN viewDevices v ON v.device = d.id";
const columns = `d.id, d.enrolled, d.seen, v.heartbeat, v.mode, v.policy, v.server, v.doorsOff, v.hooks, v.hooksOff, v.tamperKind, v.queueAge, v.undecided, v.unrecorded, v.unspooled, v.programs, ${stateSql} AS state`;
// The most serious first.
const order = `CASE state ${deviceStates.map((state, index) => `WHEN '${state}' THEN ${index}`).join(" ")} END, id`;

export interface DeviceViews {
  readonly list: (filter: DeviceFilter, asOf: AsOf) => DevicesView;
  readonly one: (id: string, asOf: AsOf) => DeviceView | undefined;
}

/** Machines and how their guards stand. */
export function createDeviceViews(database: DatabaseSync): DeviceViews {
  const states = database.prepare(`SELECT ${stateSql} AS state, COUNT(*) AS count ${from} GROUP BY state`);
  const list = database.prepare(`SELECT * FROM (SELECT ${columns} ${from}) WHERE (:state = '' OR state = :state) AND substr(id, 1, length(:id)) = :id ORDER BY ${order} LIMIT ${pageSize} OFFSET :offset`);
  const count = database.prepare(`SELECT COUNT(*) AS count FROM (SELECT d.id, ${stateSql} AS state ${from}) WHERE (:state = '' OR state = :state) AND substr(id, 1, length(:id)) = :id`);
  const one = database.prepare(`SELECT ${columns} ${from} WHERE d.id = :id`);
  const alike = database.prepare("SELECT COUNT(*) AS count FROM viewDevices WHERE programs = ? AND programs <> ''");
  const countAlike = (rows: readonly Row[]) => new Map([...new Set(rows.map(({ programs }) => String(programs ?? "")))].map((programs) => [programs, Number(alike.get(programs)?.["count"] ?? 0)]));
  const events = createEventsView(database);
  return {
    list: ({ state = "", id = "", page }, asOf) => {
      const parameters = toParameters(asOf);
      const total = Number(count.get({ ...parameters, state, id })?.["count"] ?? 0);
      const rows = list.all({ ...parameters, state, id, offset: (page - 1) * pageSize });
      const same = countAlike(rows);
      return { total, states: toStates(states.all(parameters)), rows: rows.map((row) => toDeviceRow(row, same)), page, pages: Math.max(1, Math.ceil(total / pageSize)) };
    },
    one: (id, asOf) => {
      const row = one.get({ ...toParameters(asOf), id });
      if (row === undefined) return undefined;
      return { device: toDeviceRow(row, countAlike([row])), events: events({ device: id, from: toDay(asOf.now - 90 * dayMilliseconds) }, asOf.now).rows };
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
