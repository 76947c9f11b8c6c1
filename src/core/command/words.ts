import type { Part } from "./tokenise.ts";

/** A word as far as it can be known without running anything. */
export interface Known {
  readonly text: string;
  /** A part of it is only known when it runs. */
  readonly unknown: boolean;
  /** It stands for the files it matches. */
  readonly glob: boolean;
  /** How it ends is not known: `a/$X`, but not `$X/a`. */
  readonly openEnd?: true;
  /** Stands for names that another command hands on, which are looked at by themselves. */
  readonly handed?: true;
  /** All of it is what this script prints. */
  readonly prints?: string;
}

/** Values of variables: all that one was ever given, since nobody knows which assignment runs. */
export interface Variables { readonly get: (name: string) => readonly Known[] | undefined }

const maxWords = 200;
const maxBraced = 2000;
const maxText = 4096;
const maxDepth = 5;
const leftOut: Known = { text: "", unknown: true, glob: false, openEnd: true };

/** What a word expands to: variables replaced, braces taken apart. What is too much to look at ends in a word that nobody knows. */
export function expandWord(parts: readonly Part[], variables: Variables): readonly Known[] {
  const braced = parts.some((part) => "literal" in part && !part.quoted && part.literal.includes("{"));
  let cut = false;
  let words: readonly Known[] = [{ text: "", unknown: false, glob: false }];
  for (const part of parts) {
    const values = valuesOf(part, variables).slice(0, maxWords);
    const fitting = words.slice(0, Math.max(1, Math.floor(maxWords / Math.max(1, values.length))));
    cut ||= fitting.length < words.length;
    words = fitting.flatMap((word) => values.map((value) => ({ ...appended(word, value), ...printsOf(word, value) })));
  }
  if (braced) {
    const expanded = words.flatMap((word) => expandBraces(word.text, 0).map((text) => (text === undefined ? leftOut : { ...word, text })));
    cut ||= expanded.length > maxWords;
    words = expanded.slice(0, maxWords);
  }
  return cut ? [...words, leftOut] : words;
}

/** All values of a variable with those of one more assignment; `+=` lengthens each. */
export function withValues(old: readonly Known[] | undefined, given: readonly Known[], appends: boolean): readonly Known[] {
  const before = old ?? [];
  const added = appends && before.length > 0 ? expandPairs(before, given) : given;
  const all = new Map([...before, ...added].map((word) => (word.text.length > maxText ? leftOut : word)).map((word) => [`${word.unknown} ${word.glob} ${word.text} ${word.prints ?? ""}`, word]));
  return all.size > maxWords ? [...[...all.values()].slice(0, maxWords - 1), leftOut] : [...all.values()];
}

function expandPairs(before: readonly Known[], given: readonly Known[]): readonly Known[] {
  if (before.length * given.length > maxWords) return [leftOut];
  return before.flatMap((word) => given.map((value) => appended(word, value)));
}

function appended(word: Known, value: Known): Known {
  const open = value.openEnd === true || (value.text === "" && word.openEnd === true);
  return { text: word.text + value.text, unknown: word.unknown || value.unknown, glob: word.glob || value.glob, ...(open ? { openEnd: true } : {}) };
}

/** Only of what stands alone it is known who printed it. */
const printsOf = (word: Known, value: Known): Pick<Known, "prints"> => (word.text + value.text !== "" || (word.unknown && value.unknown) ? {} : { ...(word.prints === undefined ? {} : { prints: word.prints }), ...(value.prints === undefined ? {} : { prints: value.prints }) });

function valuesOf(part: Part, variables: Variables): readonly Known[] {
  if ("literal" in part) return tilde(part, variables).map((text) => ({ text, unknown: false, glob: !part.quoted && /[*?[]/.test(part.literal) }));
  if ("unknown" in part) return [part.script === undefined ? leftOut : { ...leftOut, prints: part.script }];
  return variables.get(part.variable) ?? [leftOut];
}

function tilde({ literal, quoted }: { readonly literal: string; readonly quoted: boolean }, variables: Variables): readonly string[] {
  const match = quoted ? null : /^~(\+?)(?=\/|$)/.exec(literal);
  const places = match === null ? undefined : variables.get(match[1] === "+" ? "PWD" : "HOME");
  return match === null || places === undefined ? [literal] : places.map(({ text }) => text + literal.slice(match[0].length));
}

/** `a{b,c}` → `ab`, `ac`; `{a..c}`. Another brace is itself. `undefined`: more than is looked at. */
function expandBraces(text: string, depth: number): readonly (string | undefined)[] {
  const match = text.length > maxBraced ? null : /^(.*?)\{([^{}]*,[^{}]*|-?\d{1,9}\.\.-?\d{1,9}|[A-Za-z]\.\.[A-Za-z])\}(.*)$/s.exec(text);
  if (match === null) return text.length > maxBraced ? [undefined] : [text];
  if (depth > maxDepth) return [undefined];
  const [, before = "", list = "", after = ""] = match;
  const items = list.includes(",") ? list.split(",") : series(list);
  const words = items.slice(0, maxWords).flatMap((item) => expandBraces(before + item + after, depth + 1));
  return items.length > maxWords || words.length > maxWords ? [...words.slice(0, maxWords), undefined] : words;
}

function series(list: string): readonly string[] {
  const ends = list.split("..");
  const letters = /^[A-Za-z]/.test(list);
  const [first = 0, last = 0] = ends.map((end) => (letters ? end.charCodeAt(0) : Number(end)));
  return Array.from({ length: Math.min(Math.abs(last - first), maxWords) + 1 }, (_, index) => first + Math.sign(last - first) * index).map((value) => (letters ? String.fromCharCode(value) : String(value)));
}
