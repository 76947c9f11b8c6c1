import type { Part } from "./tokenise.ts";

/** A word as far as it can be known without running anything. */
export interface Known {
  readonly text: string;
  /** A part of it is only known when it runs. */
  readonly unknown: boolean;
  /** It stands for the files it matches. */
  readonly glob: boolean;
}

/** Values of variables; a loop's variable has many. */
export type Variables = ReadonlyMap<string, readonly Known[]>;

const maxWords = 200;
const maxBraced = 2000;
const maxDepth = 5;

/** What a word expands to: variables replaced, braces taken apart. No more than some hundred words. */
export function expandWord(parts: readonly Part[], variables: Variables): readonly Known[] {
  const braced = parts.some((part) => "literal" in part && !part.quoted && part.literal.includes("{"));
  const alternatives = parts.reduce<readonly Known[]>((words, part) => {
    const values = valuesOf(part, variables);
    return words.flatMap((word) => values.map((value) => ({ text: word.text + value.text, unknown: word.unknown || value.unknown, glob: word.glob || value.glob }))).slice(0, maxWords);
  }, [{ text: "", unknown: false, glob: false }]);
  return braced ? alternatives.flatMap((word) => expandBraces(word.text, 0).map((text) => ({ ...word, text }))).slice(0, maxWords) : alternatives;
}

function valuesOf(part: Part, variables: Variables): readonly Known[] {
  if ("literal" in part) return [{ text: tilde(part, variables), unknown: false, glob: !part.quoted && /[*?[]/.test(part.literal) }];
  if ("unknown" in part) return [{ text: "", unknown: true, glob: false }];
  return variables.get(part.variable) ?? [{ text: "", unknown: true, glob: false }];
}

function tilde({ literal, quoted }: { readonly literal: string; readonly quoted: boolean }, variables: Variables): string {
  const home = variables.get("HOME")?.[0]?.text;
  return !quoted && home !== undefined && /^~(?=\/|$)/.test(literal) ? home + literal.slice(1) : literal;
}

/** `a{b,c}` → `ab`, `ac`. A brace without a comma is itself. */
function expandBraces(text: string, depth: number): readonly string[] {
  const match = text.length > maxBraced ? null : /^(.*?)\{([^{}]*,[^{}]*)\}(.*)$/s.exec(text);
  if (match === null || depth > maxDepth) return [text];
  const [, before = "", list = "", after = ""] = match;
  return list.split(",").slice(0, maxWords).flatMap((item) => expandBraces(before + item + after, depth + 1)).slice(0, maxWords);
}
