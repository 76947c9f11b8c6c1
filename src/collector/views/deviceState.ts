import { deviceStates, type DeviceState } from "../../core/dashboard/views.ts";
import type { Row } from "./counted.ts";
import { dayMilliseconds } from "./days.ts";
import type { ViewDatabase } from "./viewDatabase.ts";

const day = dayMilliseconds;

/** A guard that was not heard for so long went silent: a weekend is no sign of anything. */
export const silentAfter = 3 * day;

/** The moment for which states are asked, and the machines that were sent away, which is kept elsewhere. */
export interface AsOf {
  readonly now: number;
  readonly revoked: readonly string[];
}

/** As SQL, over `devices` as d, with the list `revoked`. */
export const notRevokedSql = ({ isOneOf }: Pick<ViewDatabase, "isOneOf">): string => `(NOT ${isOneOf("d.id", ":revoked")})`;

/**
 * The state of a machine as SQL, over `devices` as d and `viewDevices` as v, with the values of an `AsOf`. `quiet`: its hooks still report,
 * so it is used, but the guard in the editor is not heard.
 */
export const stateSql = (database: Pick<ViewDatabase, "isOneOf">): string => `CASE
  WHEN NOT ${notRevokedSql(database)} THEN 'revoked'
  WHEN v.tampered > :now - ${7 * day} THEN 'tampered'
  WHEN v.hooksOff IS NOT NULL AND v.hooksOff <> '[]' THEN 'hooksOff'
  WHEN v.reported > :now - ${day} AND (v.heartbeat IS NULL OR v.heartbeat < v.reported - ${day}) THEN 'quiet'
  WHEN v.heartbeat IS NULL THEN 'never'
  WHEN v.heartbeat < :now - ${silentAfter} THEN 'silent'
  WHEN v.server = 'stopped' THEN 'serverStopped'
  WHEN v.unrecorded > 0 OR v.unspooled > 0 OR v.queueAge > 86400 THEN 'losing'
  WHEN v.doorsOff <> '[]' THEN 'doorsOff'
  ELSE 'fine' END`;

/** Every state with its count; those that nobody is in with none. */
export const toStates = (rows: readonly Row[]): Readonly<Record<DeviceState, number>> =>
  Object.fromEntries(deviceStates.map((state) => [state, Number(rows.find((row) => row["state"] === state)?.["count"] ?? 0)])) as Record<DeviceState, number>;
