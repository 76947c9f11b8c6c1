import { placesInText } from "./places.ts";
import type { Replacement } from "./replacement.ts";

const maxTexts = 400;
const changes = /write|append|unlink|remove|delete|rename|replace|move|truncate|touch|\brm|copy|chmod|link|mkdir|save|dump|["'][rwax]b?\+?b?["']|>/i;
// Whatever a walk finds in a folder, or the folder as a whole.
const walks = /rmtree|rmSync|rmdir|rename|move|copytree|cpSync|\bcp\(|glob|iterdir|listdir|readdir|walk|scandir|symlink|\brm\b/i;
const removesAll = /rmtree|rmSync|rm_rf|Remove-Item|removedirs/i;

/** What a program text that writes something may write, by the texts in quotes that it holds: each, and neighbours put together as folder and name. */
export function codeReplacements(code: string, literals: readonly string[]): readonly Replacement[] {
  if (!changes.test(code)) return [];
  const texts = literals.slice(0, maxTexts);
  const joined = texts.flatMap((_, at) => [2, 3].map((length) => texts.slice(at, at + length).join("/")));
  const action = removesAll.test(code) ? "removes" : "fills";
  return [
    ...[...new Set([...texts, ...joined])].map((path): Replacement => ({ kind: "place", path, ...(/[*?[]/.test(path) ? { glob: true } : {}) })),
    ...(walks.test(code) ? texts.filter((text) => /[/\\.]./.test(text)).map((path): Replacement => ({ kind: "place", path, action })) : []),
    ...texts.filter((text) => /\s/.test(text)).flatMap((text) => placesInText(text)),
  ];
}
