import { columnKind } from "./columnNames.ts";
import type { Place, Table } from "./table.ts";

const [maxName, maxValue, farthest] = [48, 300, 4000];

interface Entry extends Place { readonly name: string; readonly key: Place }

export interface JsonTables {
  /** Reads the keys and values between two places; what was read before comes before. */
  readonly read: (start: number, end: number) => void;
  readonly tables: () => readonly Table[];
}

/** Objects in a row, of an array or one a line: keys that name something about people, and what stands behind them. */
export function createJsonTables(text: string): JsonTables {
  const kinds = new Map<string, boolean>();
  const tables: Table[] = [];
  const open = { records: [] as Entry[][], current: new Map<string, Entry>(), last: 0, colon: -1 };
  const endRecord = () => {
    if (open.current.size > 0) open.records.push([...open.current.values()]);
    open.current = new Map();
  };
  const endTable = () => {
    endRecord();
    if (open.records.length >= 3) tables.push(toTable(open.records));
    open.records = [];
  };
  const take = (entry: Entry) => {
    if (entry.key.start - open.last > farthest) endTable();
    if (open.current.has(entry.name)) endRecord();
    open.last = entry.end;
    open.current.set(entry.name, entry);
  };
  return {
    read: (start, end) => {
      // The next one is remembered: it may be far behind many lines without any.
      if (open.colon < start) open.colon = next(text, start);
      for (; open.colon < end; open.colon = next(text, open.colon + 1)) {
        const entry = text.charCodeAt(open.colon - 1) === 34 ? readEntry(text, open.colon - 1, kinds) : undefined;
        if (entry !== undefined) take(entry);
      }
    },
    tables: () => {
      endTable();
      return tables;
    },
  };
}

function next(text: string, from: number): number {
  const colon = text.indexOf(":", from);
  return colon < 0 ? text.length : colon;
}

function readEntry(text: string, colon: number, kinds: Map<string, boolean>): Entry | undefined {
  let quote = colon - 1;
  while (text.charCodeAt(quote) !== 34 && colon - quote < maxName && quote > 0) quote -= 1;
  if (colon - quote >= maxName || colon - quote < 3) return undefined;
  const name = text.slice(quote + 1, colon);
  let isKnown = kinds.get(name);
  if (isKnown === undefined) {
    isKnown = columnKind(name) !== undefined;
    if (kinds.size < 2000) kinds.set(name, isKnown);
  }
  if (!isKnown) return undefined;
  let start = colon + 2;
  while (text.charCodeAt(start) === 32 && start - colon < 12) start += 1;
  const value = valueAt(text, start);
  return value === undefined ? undefined : { name, key: { start: quote, end: colon + 1 }, ...value };
}

function valueAt(text: string, start: number): Place | undefined {
  const code = text.charCodeAt(start);
  if (code === 34) {
    const end = text.indexOf("\"", start + 1);
    return end < 0 || end - start > maxValue ? undefined : { start: start + 1, end };
  }
  if (code < 48 || code > 57) return undefined;
  let end = start;
  while (end - start < 40 && /[\w.]/.test(text.charAt(end))) end += 1;
  return { start, end };
}

function toTable(records: readonly (readonly Entry[])[]): Table {
  const columns = [...new Set(records.slice(0, 200).flatMap((record) => record.map(({ name }) => name)))];
  const column = new Map(columns.map((name, index) => [name, index]));
  const rows = records.map((record) => {
    const row: (Place | undefined)[] = Array.from({ length: columns.length });
    for (const { name, start, end } of record) row[column.get(name) ?? 0] = { start, end };
    return row;
  });
  return { columns, header: records[0]?.[0]?.key ?? { start: 0, end: 0 }, rows };
}
