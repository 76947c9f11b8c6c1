import { endOfLine } from "./lines.ts";
import type { Place, Table } from "./table.ts";

const name = String.raw`[\w."\x60\[\]]{1,140}`;
const insert = new RegExp(String.raw`INSERT\s{1,8}(?:IGNORE\s{1,4})?INTO\s{1,8}(${name})\s{0,8}(?:\(([^()]{1,8000})\)\s{0,8})?VALUES\s{0,8}(?=\()`, "iyd");
const copy = new RegExp(String.raw`COPY\s{1,8}(${name})\s{0,8}\(([^()]{1,8000})\)\s{0,8}FROM\s{1,8}stdin[^\n]{0,200}\n`, "iyd");
const create = new RegExp(String.raw`CREATE\s{1,8}TABLE\s{1,8}(?:IF\s{1,4}NOT\s{1,4}EXISTS\s{1,4})?(${name})\s{0,8}\(`, "iy");
const [maxRows, maxTuple, maxTables, maxBody] = [200_000, 4000, 500, 20_000];

interface Growing { readonly columns: readonly string[]; readonly header: Place; readonly rows: (Place | undefined)[][] }

export interface SqlTables {
  /** Reads the statement that starts here, if it is one. */
  readonly read: (at: number) => void;
  readonly tables: () => readonly Table[];
}

/** Rows of a database dump: `INSERT INTO t (columns) VALUES (…), (…);`, or without columns where the table is created before, and `COPY t (columns) FROM stdin`. */
export function createSqlTables(text: string): SqlTables {
  const tables = new Map<string, Growing>();
  const state: { readUntil: number; created?: Created } = { readUntil: 0 };
  const created = (table: string) => (state.created ??= readCreated(text)).get(bare(table)) ?? [];
  const grow = (table: string, columns: readonly string[], header: Place) => {
    const key = `${table.toLowerCase()}\n${columns.join()}`;
    const known = tables.get(key) ?? { columns, header, rows: [] };
    tables.set(key, known);
    return known;
  };
  return {
    read: (at) => {
      if (at < state.readUntil) return;
      const word = text.slice(at, at + 7).toLowerCase();
      if (word === "insert ") state.readUntil = readInsert(text, at, grow, created);
      else if (word.startsWith("copy ")) state.readUntil = readCopy(text, at, grow);
    },
    tables: () => [...tables.values()],
  };
}

type Grow = (table: string, columns: readonly string[], header: Place) => Growing;

/** Each says how far it has read: nothing is read twice. */
function readInsert(text: string, at: number, grow: Grow, created: (table: string) => readonly string[]): number {
  insert.lastIndex = at;
  const match = insert.exec(text);
  if (match === null) return at;
  const [table = "", list] = [match[1], match[2]];
  const columns = list === undefined ? created(table) : split(list);
  const [start, end] = match.indices?.[2] ?? match.indices?.[1] ?? [at, at];
  if (columns.length < 3) return at;
  const { rows } = grow(table, columns, { start, end });
  let from = at + match[0].length;
  while (text.charAt(from) === "(" && rows.length < maxRows) {
    const tuple = readTuple(text, from + 1);
    if (tuple.values.length === columns.length) rows.push(tuple.values);
    from = skipSpace(text, tuple.end);
    if (text.charAt(from) !== ",") return from;
    from = skipSpace(text, from + 1);
  }
  return from;
}

function readCopy(text: string, at: number, grow: Grow): number {
  copy.lastIndex = at;
  const match = copy.exec(text);
  const columns = split(match?.[2] ?? "");
  if (match === null || columns.length < 3) return at;
  const [start, end] = match.indices?.[2] ?? [at, at];
  const { rows } = grow(match[1] ?? "", columns, { start, end });
  let from = at + match[0].length;
  while (from < text.length && !text.startsWith("\\.", from) && rows.length < maxRows) {
    const lineEnd = endOfLine(text, from);
    const row: Place[] = [];
    for (let cell = from; cell <= lineEnd;) {
      const tab = text.indexOf("\t", cell);
      const to = tab < 0 || tab > lineEnd ? lineEnd : tab;
      row.push({ start: cell, end: to });
      cell = to + 1;
    }
    if (row.length === columns.length) rows.push(row);
    else if (lineEnd > from) return from;
    from = lineEnd + 1;
  }
  return from;
}

/** One `(…)`, from behind its parenthesis: the places of its values without their quotes. */
function readTuple(text: string, from: number): { readonly values: Place[]; readonly end: number } {
  const values: Place[] = [];
  let at = from;
  while (at < text.length && at - from < maxTuple) {
    at = skipSpace(text, at);
    const quoted = /^[NE]?'/i.exec(text.slice(at, at + 2));
    if (quoted === null) {
      const start = at;
      while (at < text.length && !/[,()\n]/.test(text.charAt(at))) at += 1;
      values.push({ start, end: at });
      if (text.charAt(at) === "(") return { values: [], end: at };
    } else {
      const start = at + quoted[0].length;
      at = start;
      while (at < text.length && at - start < maxTuple && !(text.charAt(at) === "'" && text.charAt(at + 1) !== "'")) at += text.charAt(at) === "\\" || text.charAt(at) === "'" ? 2 : 1;
      values.push({ start, end: Math.min(at, text.length) });
      at = skipSpace(text, at + 1);
    }
    if (text.charAt(at) !== ",") return { values, end: at + 1 };
    at += 1;
  }
  return { values, end: at };
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at += 1;
  return at;
}

const split = (list: string) => list.split(",").map((each) => bare(each.trim()));
const bare = (identifier: string) => identifier.replaceAll(/["`[\]]/g, "");

type Created = ReadonlyMap<string, readonly string[]>;

/** Columns by table, from `CREATE TABLE`: the first word of each of its lines. */
function readCreated(text: string): Created {
  const tables = new Map<string, readonly string[]>();
  for (const word of ["CREATE TABLE", "create table"]) {
    for (let at = text.indexOf(word); at >= 0 && tables.size < maxTables; at = text.indexOf(word, at + word.length)) {
      create.lastIndex = at;
      const match = create.exec(text);
      if (match === null) continue;
      const body = text.slice(at + match[0].length, at + match[0].length + maxBody);
      const lines = body.slice(0, /\n\)|\);/.exec(body)?.index ?? body.length).split("\n");
      tables.set(bare(match[1] ?? ""), lines.map((line) => /^\s*["`[]?(\w{1,64})["`\]]?\s+\w/.exec(line)?.[1] ?? "").filter((column) => column !== "" && !/^(?:primary|unique|key|constraint|index|foreign|check|fulltext)$/i.test(column)));
    }
  }
  return tables;
}
