import { findNodeAtLocation, getNodeValue, parseTree, type JSONPath, type Node, type ParseError } from "jsonc-parser";

/**
 * Edits of a JSON text with comments that touch nothing else. jsonc-parser's own `modify` takes comments away with what it
 * removes, and leaves `[12]` of `[1,2]`.
 */
export function parseJsonText(text: string): Node | undefined {
  const problems: ParseError[] = [];
  const root = parseTree(text, problems, { allowTrailingComma: true });
  return problems.length === 0 && root !== undefined && !hasTwins(root) ? root : undefined;
}

/** The same key twice: which one counts is another matter for every reader. */
function hasTwins(node: Node): boolean {
  const children = node.children ?? [];
  if (node.type === "object") {
    const keys = children.map((property) => String(property.children?.[0]?.value));
    if (new Set(keys).size < keys.length) return true;
  }
  return children.some((child) => hasTwins(child));
}

/** Adds a value at the end of the array or object that stands at `path`; `key` for objects. */
export function appendTo(text: string, path: JSONPath, value: unknown, key?: string): string | undefined {
  const container = nodeAt(text, path);
  if (container?.type !== (key === undefined ? "array" : "object")) return undefined;
  const name = key === undefined ? "" : `${JSON.stringify(key)}: `;
  const close = container.offset + container.length - 1;
  const last = container.children?.at(-1);
  if (!text.trim().includes("\n") && text.trim() !== "{}") {
    const after = last === undefined ? container.offset + 1 : last.offset + last.length;
    return `${text.slice(0, after)}${last === undefined ? "" : ","}${name.trimEnd()}${JSON.stringify(value)}${text.slice(after)}`;
  }
  const { unit, end } = layoutOf(text);
  const base = indentAt(text, container.offset);
  const lines = JSON.stringify(value, undefined, unit).split("\n").join(`${end}${base}${unit}`);
  // Behind whatever stands there last, a comment as well; the comma belongs to the entry before.
  const from = text.slice(0, close).trimEnd().length;
  const comma = last === undefined || hasCommaAfter(text, last, close) ? "" : ",";
  const split = last === undefined ? from : last.offset + last.length;
  return `${text.slice(0, split)}${comma}${text.slice(split, from)}${end}${base}${unit}${name}${lines}${end}${base}${text.slice(close)}`;
}

/** Removes what stands at `path`, with its comma. */
export function removeAt(text: string, path: JSONPath): string {
  const value = nodeAt(text, path);
  const node = value?.parent?.type === "property" ? value.parent : value;
  const siblings = node?.parent?.children ?? [];
  if (node === undefined) return text;
  const at = siblings.indexOf(node);
  const [previous, next] = [siblings[at - 1], siblings[at + 1]];
  const end = node.offset + node.length;
  if (next !== undefined) return text.slice(0, node.offset) + text.slice(next.offset);
  const start = previous === undefined ? text.slice(0, node.offset).trimEnd().length : previous.offset + previous.length;
  // A comma behind it goes too, but not the space before the closing bracket, which is nobody's.
  const close = (node.parent?.offset ?? 0) + (node.parent?.length ?? 0) - 1;
  const comma = hasCommaAfter(text, node, close) ? text.indexOf(",", end) + 1 : end;
  const kept = previous === undefined ? "" : commentsBetween(text, start, node.offset);
  return text.slice(0, start) + kept + (previous === undefined && text.slice(comma, close).trim() === "" ? text.slice(close) : text.slice(comma));
}

/** What stands at `path`, where the text can be read. */
export function valueAt(text: string, path: readonly string[]): unknown {
  const node = nodeAt(text, [...path]);
  return node === undefined ? undefined : (getNodeValue(node) as unknown);
}

/** The same as it is written. */
export function sourceAt(text: string, path: readonly string[]): string | undefined {
  const node = nodeAt(text, [...path]);
  return node === undefined ? undefined : text.slice(node.offset, node.offset + node.length);
}

/** Sets the value at `path`; the outermost of its objects that is not there yet is written with all that is in it. `undefined`: it cannot be. */
export function putAt(text: string, path: readonly string[], value: unknown, source = JSON.stringify(value)): string | undefined {
  const node = nodeAt(text, [...path]);
  const depth = path.findIndex((_, at) => valueAt(text, path.slice(0, at + 1)) === undefined);
  const whole = path.slice(depth + 1).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value);
  const done = node === undefined ? appendTo(text, path.slice(0, depth), whole, path[depth]) : text.slice(0, node.offset) + source + text.slice(node.offset + node.length);
  return done !== undefined && JSON.stringify(valueAt(done, path)) === JSON.stringify(value) ? done : undefined;
}

/** Removes what stands at `path`, and the objects that held nothing else. */
export function removeWithEmpty(text: string, path: readonly string[]): string {
  const out = removeAt(text, [...path]);
  const outer = path.slice(0, -1);
  return outer.length > 0 && isEmptyObject(out, outer) ? removeWithEmpty(out, outer) : out;
}

export function isEmptyObject(text: string, path: readonly string[] = []): boolean {
  const node = nodeAt(text, [...path]);
  return node?.type === "object" && node.children?.length === 0;
}

/** Comments between an entry and the one that goes stay with the first. */
function commentsBetween(text: string, from: number, to: number): string {
  const between = text.slice(from, to).replace(",", "");
  return between.trim() === "" ? "" : between.trimEnd();
}

function hasCommaAfter(text: string, { offset, length }: Node, close: number): boolean {
  return text.slice(offset + length, close).replaceAll(/\/\/[^\n]*|\/\*[^]*?\*\//g, "").includes(",");
}

const nodeAt = (text: string, path: JSONPath) => {
  const root = parseJsonText(text);
  return root === undefined ? undefined : path.length === 0 ? root : findNodeAtLocation(root, path);
};

function layoutOf(text: string): { readonly unit: string; readonly end: string } {
  return { unit: /^([ \t]+)\S/m.exec(text)?.[1] ?? "  ", end: text.includes("\r\n") ? "\r\n" : "\n" };
}

function indentAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1))?.[0] ?? "";
}
