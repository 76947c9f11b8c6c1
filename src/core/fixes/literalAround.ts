import type { ReferenceLanguage } from "./referenceLanguage.ts";

/** A string literal whose whole content is the finding. `start`..`end` is what a reference takes the place of, quotes included. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  /** Where the value alone stands. */
  readonly valueStart: number;
  readonly valueEnd: number;
  /** The value as it stands has no escapes: what is written is what the program gets. */
  readonly plain: boolean;
}

/**
 * The literal that a finding fills wholly, or `undefined`: a part of a string (a URL, a header, an interpolation) cannot be
 * replaced by a reference without changing the string. When in doubt there is none: no fix is better than a broken program.
 */
export function findLiteral(text: string, { start, end }: { readonly start: number; readonly end: number }, language: ReferenceLanguage): Literal | undefined {
  const quote = language.quotes.find((candidate) => text.startsWith(candidate, start - candidate.length) && text.startsWith(candidate, end) && start >= candidate.length);
  if (quote === undefined) return language.bare === true ? findBare(text, start, end) : undefined;
  const value = text.slice(start, end);
  if (value.includes(quote) || (quote.length === 1 && quote !== "`" && value.includes("\n"))) return undefined;
  if (value.includes("${") || value.includes("#{")) return undefined;
  const open = start - quote.length;
  if (isInsideString(text, open, language)) return undefined;
  const prefix = prefixBefore(text, open);
  if (prefix !== "" && language.prefixes?.includes(prefix) !== true) return undefined;
  // `{"value": 1}`: what is followed by a colon names something; a reference there is another program.
  if (/^\s*:(?!:)/.test(text.slice(end + quote.length, end + quote.length + 20)) && !/\?[^:\n]*$/.test(lineBefore(text, open))) return undefined;
  return { start: open - prefix.length, end: end + quote.length, valueStart: start, valueEnd: end, plain: !value.includes("\\") };
}

/** `key: value`, `KEY=value`, `ENV KEY value`: the value runs to the end of the line or to white space. */
function findBare(text: string, start: number, end: number): Literal | undefined {
  if (!/^(\s|$)/.test(text.slice(end, end + 1)) || text.slice(start, end).includes("\n")) return undefined;
  const before = lineBefore(text, start);
  const assigned = /^\s*(?:- +)?(?:export +|local +|readonly +)?(?:ENV +|ARG +)?[\w."'-]+(?:=|\s*:\s+|(?<=ENV +[\w]+) +)$/.test(before);
  return assigned ? { start, end, valueStart: start, valueEnd: end, plain: !/[\\"'$`]/.test(text.slice(start, end)) } : undefined;
}

/** Letters and signs that touch the opening quote: `r"`, `f'`, `@"`, and `foo"…"` of a shell word, which is no literal of its own. */
function prefixBefore(text: string, open: number): string {
  return /[\w@$#]*$/.exec(text.slice(Math.max(0, open - 8), open))?.[0] ?? "";
}

/** Whether a quote at `open` stands inside another string: by its line, and for delimiters that span lines by their parity. */
function isInsideString(text: string, open: number, { quotes, comment }: ReferenceLanguage): boolean {
  const spanning = quotes.filter((quote) => quote.length > 1 || quote === "`");
  if (spanning.some((quote) => (text.slice(0, open).split(quote).length - 1) % 2 === 1)) return true;
  const line = lineBefore(text, open);
  const state: { inside: string | undefined } = { inside: undefined };
  for (let at = 0; at < line.length; at++) {
    if (state.inside !== undefined && line[at] === "\\") at++;
    else if (state.inside !== undefined) state.inside = line.startsWith(state.inside, at) ? undefined : state.inside;
    else if (comment.some((mark) => line.startsWith(mark, at))) return false; // commented-out code: replaced like live code
    else state.inside = quotes.find((quote) => quote.length === 1 && line.startsWith(quote, at));
  }
  return state.inside !== undefined;
}

const lineBefore = (text: string, at: number) => text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
