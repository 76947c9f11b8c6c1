import { readDelimitedTable } from "./delimitedTables.ts";
import { createJsonTables } from "./jsonTables.ts";
import { endOfLine } from "./lines.ts";
import { createSqlTables } from "./sqlTables.ts";
import type { Table } from "./table.ts";

const [deepest, short] = [64, 4000];

/** All tables of a text in one pass over its lines, by how each starts: what is neither data nor a dump costs a look at that. */
export function findTables(text: string): readonly Table[] {
  const [sql, json] = [createSqlTables(text), createJsonTables(text)];
  const delimited: Table[] = [];
  // In a prompt the data may stand behind a few words; in a file each line of it is one of data.
  const anywhere = text.length < short;
  let start = 0;
  while (start < text.length) {
    const end = endOfLine(text, start);
    const first = skipIndent(text, start);
    const code = text.charCodeAt(first);
    if (anywhere || startsJson(code)) json.read(first, end);
    if (startsStatement(code)) sql.read(first);
    const table = first === start ? readDelimitedTable(text, start, end) : undefined;
    if (table !== undefined) delimited.push(table.table);
    start = table?.next ?? end + 1;
  }
  return [...delimited, ...sql.tables(), ...json.tables()];
}

function skipIndent(text: string, start: number): number {
  let at = start;
  while (at - start < deepest && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at += 1;
  return at;
}

/** `"`, `{`, `[`, `,`. */
const startsJson = (code: number) => code === 34 || code === 123 || code === 91 || code === 44;
/** The `C` of COPY and the `I` of INSERT. */
const startsStatement = (code: number) => code === 67 || code === 99 || code === 73 || code === 105;
