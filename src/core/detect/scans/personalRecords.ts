import { findTables } from "../personal/findTables.ts";
import { judgeTable } from "../personal/judgeTable.ts";
import type { Judged } from "../personal/table.ts";
import type { Scan } from "./scan.ts";

export const personalColumns = headersOf("people");
export const healthColumns = headersOf("health");
/** The values themselves, so that they can be masked where the label lets the rest pass. */
export const personalValues: Scan = (_, once) => once(findPersonalTables).flatMap(({ values }) => values);

function headersOf(wanted: Judged["about"]): Scan {
  return (_, once) => once(findPersonalTables).filter(({ about }) => about === wanted).map(({ header }) => header);
}

function findPersonalTables(text: string): readonly Judged[] {
  return findTables(text).flatMap((table) => judgeTable(text, table) ?? []);
}
