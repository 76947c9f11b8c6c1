import type { PolicyPath } from "./schemaAt.ts";

/** Where new text would go: the container or value at `path`, and what is already written there. */
export interface CursorPlace {
  readonly path: PolicyPath;
  readonly typed: string;
  /** After `key: ` or in brackets: a value and no key. */
  readonly value: boolean;
}

/** A key or list item that is open, by the column it stands at. */
interface Open { readonly column: number; readonly step: string | number }

/**
 * The place of the cursor by indentation, in text that is being typed and so need not be YAML yet. Block style and lists in
 * brackets on one line; in braces nothing is offered.
 */
export function pathAtCursor(text: string, offset: number): CursorPlace | undefined {
  const lines = text.slice(0, offset).split("\n");
  const { column, dash, rest } = readLine(lines.pop() ?? "");
  const before = lines.reduce<readonly Open[]>(openAfter, []);
  const open = dash === 0 ? before : openItem(before, column);
  const pair = /^["']?([\w-]+)["']?:(?: +(.*)|)$/.exec(rest);
  if (pair === null) return { path: steps(closed(open, column + dash)), typed: rest, value: false };
  const [, key = "", value = ""] = pair;
  const path = [...steps(closed(open, column + dash)), key];
  if (!value.startsWith("[")) return value.startsWith("{") ? undefined : { path, typed: value, value: true };
  return value.includes("]") ? undefined : { path: [...path, 0], typed: (value.split(/[[,]/).at(-1) ?? "").trim(), value: true };
}

function openAfter(open: readonly Open[], line: string): readonly Open[] {
  const { column, dash, rest } = readLine(line);
  if (dash === 0 && (rest === "" || rest.startsWith("#"))) return open;
  const items = dash === 0 ? open : openItem(open, column);
  const key = /^["']?([\w-]+)["']?:(?:\s|$)/.exec(rest)?.[1];
  const left = closed(items, column + dash);
  return key === undefined ? left : [...left, { column: column + dash, step: key }];
}

/** A dash at a column ends what is deeper and the item before it; a key at its own column is the list's (YAML allows that). */
function openItem(open: readonly Open[], column: number): readonly Open[] {
  const before = open.findLast((entry) => entry.column === column && typeof entry.step === "number");
  const left = open.filter((entry) => entry.column < column || (entry.column === column && typeof entry.step === "string"));
  return [...left, { column, step: typeof before?.step === "number" ? before.step + 1 : 0 }];
}

const closed = (open: readonly Open[], column: number) => open.filter((entry) => entry.column < column);
const steps = (open: readonly Open[]): PolicyPath => open.map(({ step }) => step);

function readLine(line: string): { readonly column: number; readonly dash: number; readonly rest: string } {
  const [, spaces = "", dash = "", rest = ""] = /^( *)(- +|-$)?(.*)$/.exec(line) ?? [];
  return { column: spaces.length, dash: dash === "-" ? 2 : dash.length, rest: rest.replace(/\r$/, "") };
}
