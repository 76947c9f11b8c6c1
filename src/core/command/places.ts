import type { Replacement } from "./replacement.ts";
import type { Known } from "./words.ts";

type Place = Extract<Replacement, { readonly kind: "place" }>;

/** The place that a word names. What is known of one that begins or ends with something unknown counts: `$X/.claude/settings.json`, `~/.claude/$X`. */
export function placesOf({ text, glob, openEnd }: Known, action?: Place["action"]): readonly Place[] {
  const own: readonly Place[] = text === "" ? [] : [{ kind: "place", path: text, ...(glob ? { glob } : {}), ...(action === undefined ? {} : { action }) }];
  const parent = openEnd === true && text.includes("/") ? text.slice(0, text.lastIndexOf("/")) : "";
  return parent === "" ? own : [...own, { kind: "place", path: parent, action: "fills" }];
}

/** The same for a word that is surely written to: where it ends is unknown, nobody knows where that is. */
export const targetsOf = (word: Known, action?: Place["action"]): readonly Replacement[] => [...placesOf(word, action), ...(word.openEnd === true || (word.unknown && word.text === "") ? [{ kind: "unknown" as const, ...(word.handed === true ? { handed: true as const } : {}) }] : [])];

/** Whatever a word may name: itself, what stands behind `=`, a colon or the letters of an option (`-so.claude/x`), and before a colon (`-v a:b`). */
export function placesIn(word: Known, action?: Place["action"]): readonly Place[] {
  const { text } = word;
  const behind = [/^-[a-zA-Z]+((?:[./~\\]|[a-zA-Z]:\\).*)$/s, /^-[a-zA-Z](.+)$/s, /^[^=]*=(.+)$/s, /^[^:]+:(.+)$/s].flatMap((form) => form.exec(text)?.slice(1) ?? []);
  const before = /^([^:=]{2,}):/.exec(text)?.[1];
  const texts = new Set([...(text.startsWith("-") ? [] : [text]), ...behind, ...(before === undefined ? [] : [before])]);
  return [...texts].flatMap((each) => placesOf({ ...word, text: each }, action));
}

/** Words of a program text that may be places. */
export function placesInText(script: string, action?: Place["action"]): readonly Place[] {
  const tokens = script.split(/[\s"'`;|&<>(){},=+]+/).filter((token) => /[/\\.]/.test(token));
  return [...new Set(tokens)].slice(0, maxTokens).flatMap((text) => placesOf({ text, unknown: false, glob: /[*?[]/.test(text) }, action));
}

const maxTokens = 500;
