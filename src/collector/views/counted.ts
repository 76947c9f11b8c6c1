import type { SQLOutputValue } from "node:sqlite";
import type { Counted } from "../../core/dashboard/views.ts";

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** Rows of `value` and `count`. */
export const toCounted = (rows: readonly Row[]): readonly Counted[] => rows.map((row) => ({ value: String(row["value"]), count: Number(row["count"]) }));

/** The same as a record. */
export const toRecord = (rows: readonly Row[]): Readonly<Record<string, number>> => Object.fromEntries(toCounted(rows).map(({ value, count }) => [value, count]));
