import { operands, optionHas } from "./operands.ts";
import type { Known } from "./words.ts";

// They show lines without a match, take patterns from a file, or see another text than the file holds.
const otherLines = /^-[a-zA-Z]*[vfzZL]|^--(?:inv|fil|pass|null-d|search-z|enc|pre|files-without|decomp|fuzzy)/;
const basic = new Set(["grep", "zgrep"]);
const maxTexts = 50;

/** Texts of which one stands in every line that a search can show, in whatever capitals; `undefined`: the pattern does not say. */
export function wantedTexts(name: string, words: readonly Known[]): readonly string[] | undefined {
  if (name === "zgrep" || name === "ugrep" || words.some(({ text, unknown }) => unknown || otherLines.test(text))) return undefined;
  const brought = words.flatMap(({ text }, at) => (/^(?:-[a-zA-Z]*e|--regexp)$/.test(words[at - 1]?.text ?? "") ? [text] : /^(?:-e|--regexp=)(.+)$/s.exec(text)?.slice(1) ?? []));
  const patterns = brought.length > 0 ? brought : operands(words).slice(0, 1).map(({ text }) => text);
  const fixed = name === "fgrep" || optionHas(words, "F", /^--fixed/) || optionHas(words, "Q", /^--literal/);
  const isBasic = basic.has(name) && !optionHas(words, "E", /^--ext/) && !optionHas(words, "P", /^--perl/);
  const texts = patterns.flatMap((pattern) => pattern.split("\n")).flatMap((pattern) => (fixed ? [pattern] : /\\\(/.test(pattern) || (!isBasic && /(?<!\\)[()]/.test(pattern)) ? [""] : pattern.split(/\\\||\|/).map((piece) => surelyIn(piece))));
  return texts.length === 0 || texts.length > maxTexts || texts.includes("") ? undefined : texts.map((text) => text.toLowerCase());
}

/** The longest text that stands in whatever a piece of a pattern matches; empty: none is known. Without groups and alternatives. */
function surelyIn(piece: string): string {
  let best = "";
  let run = "";
  const close = () => {
    if (run.length > best.length) best = run;
    run = "";
  };
  for (let at = 0; at < piece.length; at += 1) {
    const character = piece[at] ?? "";
    const next = piece[at + 1] ?? "";
    const escaped = character === "\\";
    // Numbers of characters, classes of Unicode, quotations.
    if (escaped && !/[bBwWsSdD<>.[\]$*^/"'#:=@-]/.test(next)) return "";
    const literal = escaped ? (/[.[\]$*^/"'#:=@-]/.test(next) ? next : "") : /[.[\]{}^$*+?\\]/.test(character) ? "" : character;
    if (escaped) at += 1;
    if (character === "[") at = Math.max(at, piece.indexOf("]", at + (next === "^" ? 3 : 2)));
    if (character === "{") at = Math.max(at, piece.indexOf("}", at));
    // What may be there any number of times may be missing.
    const repeated = /^(?:[*?+{]|\\[?+{])/.test(piece.slice(at + 1, at + 3));
    if (literal === "" || repeated) close();
    else run += literal;
  }
  close();
  return best;
}
