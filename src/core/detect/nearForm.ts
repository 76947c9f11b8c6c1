import type { Tier } from "../request.ts";
import type { Origin, PatternDetector } from "./detector.ts";

export interface NearForm extends Partial<Origin> {
  readonly id: string;
  /** Lower-case names of whose key it is; `_` stands for any of `_`, `-`, a space and nothing, everywhere the same. */
  readonly names: readonly string[];
  /** Source of the pattern of the value; case does not count. */
  readonly value: string;
  readonly sample: () => string;
  /** What an assigned random value is. */
  readonly tier?: Tier;
  /** The name is a word of its own (`box`, `front`), so that `key` or the like must follow it directly. */
  readonly isWord?: boolean;
  readonly unlike?: () => readonly string[];
}

const words = ["secret", "private", "access", "key", "token", "api"];
const separators = ["", "_", "-", " "];
const between = String.raw`[^]{0,32}?`;
const announced = String.raw`(?:secret|private|access|key|token|bearer|api|pat(?![a-z]))`;
const directly = String.raw`[^a-z0-9\n]{1,6}`;

/**
 * A key that a vendor's name gives away, directly before it or with a word like `key` between: `vendor: "…"`, `VENDOR_API_KEY=…`,
 * `vendor: { token: "…" }`, `https://api.vendor.test/v1?key=…`, `Vendor secret …`. The value must have the vendor's length and characters.
 */
export function near({ id, names, value, sample, tier = "likely", isWord = false, unlike, ...origin }: NearForm): PatternDetector {
  const [name = ""] = names;
  const keywords = [...new Set(names.flatMap((each) => spellings(each, isWord)))];
  const ends = isWord ? between : `(?:${directly}|${between}${announced}${between})`;
  return {
    id, kind: "secret", tier, keywords,
    pattern: new RegExp(`(?:${names.map((each) => alone(each) + oneOf(spellings(each, isWord))).join("|")})${ends}(?<![a-z0-9+])(?<value>(?<form>${value})|${other})${valueEnd}`, "diy"),
    check: "near", ...origin,
    examples: () => [`${name.toUpperCase()}_API_KEY=${sample()}`, `const ${name}Secret = "${sample()}";`, ...(isWord ? [] : [`${name}:\n  name: main\n  token: ${sample()}\n`, `fetch("https://api.${name}.test/v1/items?key=${sample()}&limit=1")`])],
    counterExamples: () => [`${name}_api_key = process.env.${name.toUpperCase()}_KEY`, `${name}_key = "${"x".repeat(sample().length)}"`, sample(), `see ${name} ${"a long way off ".repeat(8)} key ${sample()}`, ...(unlike?.() ?? [])],
  };
}

/** Vendors change the length of their keys: a longer random one, assigned to such a name or behind a word like `key`, is `possible`. */
const other = String.raw`(?<=[=:"'\`(]\s{0,2}["'\`]?|(?:secret|private|access|key|token)[ ._-]{1,3})(?!(?:secret|private|access|key|token)[ ._-])[a-z0-9_-]{24,120}={0,2}`;
const valueEnd = String.raw`(?![\w+=-]|\/\w)`;

/** What all these patterns have in common: the build writes it once. */
export const nearFragments: readonly string[] = [`(?:${directly}|${between}${announced}${between})(?<![a-z0-9+])(?<value>(?<form>`, `)|${other})${valueEnd}`];

/** Short words stand inside other words by chance: `dd_api` in `addapi`. */
const alone = (name: string) => (/^[^_]{1,6}(?:_|$)/.test(name) ? "(?<![a-z])" : "");
const oneOf = (texts: readonly string[]) => `(?:${texts.map((text) => text.replaceAll(".", "[.]")).join("|")})`;

function spellings(name: string, isWord: boolean): readonly string[] {
  const joints = name.includes("_") || isWord ? separators : [""];
  return joints.flatMap((joint) => (isWord ? words.map((word) => `${name}_${word}`) : [name]).map((each) => each.replaceAll("_", joint)));
}
