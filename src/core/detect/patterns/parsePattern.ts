import { between, escapes, everything, foldCase, only, without, type CharSet } from "./charSet.ts";

/** A regular expression as a tree. Groups are gone: they change nothing about what is looked at. */
export type PatternNode =
  | { readonly kind: "chars"; readonly set: CharSet }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  | { readonly kind: "repeat"; readonly of: PatternNode; readonly min: number; readonly max: number }
  | { readonly kind: "look"; readonly of: PatternNode; readonly behind: boolean; readonly negated: boolean }
  | { readonly kind: "edge" };

interface Reader {
  readonly source: string;
  readonly foldsCase: boolean;
  readonly dotMatchesAll: boolean;
  at: number;
}

/** The tree of a pattern that is one; a text that says why it cannot be told what it looks at. */
export function parsePattern(source: string, flags: string): PatternNode | string {
  if (/[uv]/.test(flags)) return "flags u and v are not understood here";
  try {
    new RegExp(source, flags);
  } catch {
    return "it is no regular expression";
  }
  if (/\(\?[a-z]*-?[a-z]*:/.test(source.replaceAll("(?:", ""))) return "it sets flags inside of the pattern";
  if (/\\(?:[1-9]|k<)/.test(source.replaceAll("\\\\", ""))) return "it refers back to a group";
  return readChoice({ source, foldsCase: flags.includes("i"), dotMatchesAll: flags.includes("s"), at: 0 });
}

function readChoice(reader: Reader): PatternNode {
  const options = [readSequence(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at += 1;
    options.push(readSequence(reader));
  }
  const [first] = options;
  return options.length === 1 && first !== undefined ? first : { kind: "choice", options };
}

function readSequence(reader: Reader): PatternNode {
  const parts: PatternNode[] = [];
  while (reader.at < reader.source.length && !"|)".includes(reader.source.charAt(reader.at))) parts.push(readRepeat(reader));
  return { kind: "sequence", parts };
}

function readRepeat(reader: Reader): PatternNode {
  const of = readOne(reader);
  const [all, sign, min, comma, max] = /^(?:([*+?])|\{(\d+)(,)?(\d+)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 40)) ?? [];
  if (all === undefined) return of;
  reader.at += all.length;
  if (sign !== undefined) return { kind: "repeat", of, min: sign === "+" ? 1 : 0, max: sign === "?" ? 1 : Number.POSITIVE_INFINITY };
  return { kind: "repeat", of, min: Number(min), max: comma === undefined ? Number(min) : Number(max ?? Number.POSITIVE_INFINITY) };
}

function readOne(reader: Reader): PatternNode {
  const char = reader.source.charAt(reader.at);
  if (char === "(") return readGroup(reader);
  if (char === "^" || char === "$") return step(reader, 1, { kind: "edge" });
  if (/^\\[bB]/.test(reader.source.slice(reader.at, reader.at + 2))) return step(reader, 2, { kind: "edge" });
  const set = char === "[" ? readClass(reader) : char === "." ? step(reader, 1, reader.dotMatchesAll ? everything : without(only(10) | only(13))) : readChar(reader).set;
  return { kind: "chars", set: reader.foldsCase ? foldCase(set) : set };
}

function readGroup(reader: Reader): PatternNode {
  const [opening = "("] = /^\((?:\?(?:<?[=!]|:|<\w+>))?/.exec(reader.source.slice(reader.at, reader.at + 80)) ?? [];
  reader.at += opening.length;
  const of = readChoice(reader);
  reader.at += 1;
  return /[=!]$/.test(opening) ? { kind: "look", of, behind: opening.includes("<"), negated: opening.endsWith("!") } : of;
}

function readClass(reader: Reader): CharSet {
  reader.at += 1;
  const negated = reader.source[reader.at] === "^";
  if (negated) reader.at += 1;
  let set: CharSet = 0n;
  while (reader.source[reader.at] !== "]") {
    const first = readChar(reader);
    const isRange = first.code !== undefined && reader.source[reader.at] === "-" && reader.source[reader.at + 1] !== "]";
    if (isRange) reader.at += 1;
    const last = isRange ? readChar(reader) : first;
    set |= first.code === undefined || last.code === undefined ? first.set | last.set : between(first.code, last.code);
  }
  reader.at += 1;
  // What is left out beyond ASCII leaves the rest beyond it in.
  return negated ? without(reader.foldsCase ? foldCase(set) : set) | only(128) : set;
}

const controls: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, f: 12, v: 11, 0: 0, b: 8 };

/** One character or escape, inside of a class or not. */
function readChar(reader: Reader): { readonly set: CharSet; readonly code?: number } {
  const rest = reader.source.slice(reader.at, reader.at + 6);
  const [all, hex] = /^\\(?:x([0-9a-fA-F]{2})|u[0-9a-fA-F]{4})/.exec(rest) ?? [];
  if (all !== undefined) return charOf(step(reader, all.length, Number.parseInt(hex ?? all.slice(2), 16)));
  if (!rest.startsWith("\\")) return charOf(step(reader, 1, rest.charCodeAt(0)));
  const letter = rest.charAt(1);
  const set = letter in escapes ? escapes[letter as keyof typeof escapes] : undefined;
  return step(reader, 2, set === undefined ? charOf(controls[letter] ?? letter.charCodeAt(0)) : { set });
}

const charOf = (code: number) => ({ set: only(code), code });

function step<T>(reader: Reader, length: number, result: T): T {
  reader.at += length;
  return result;
}
