/** Folders that a program text goes through: which files it opens there. Read by its spelling only. */
import type { TreeRead } from "./commandEffects.ts";

const text = String.raw`[rbu]?(?:"([^"\\\n]{0,400})"|'([^'\\\n]{0,400})')`;
const around = String.raw`(?:(?:sorted|list|set|reversed|iter)\(\s*)*`;
const ofPath = new RegExp(String.raw`^${around}(?:pathlib\.)?Path\(\s*(?:${text})?\s*\)\.(iterdir|glob|rglob)\(\s*(?:${text})?\s*\)`);
const ofGlob = new RegExp(String.raw`^${around}(?:glob\.)?i?glob\(\s*${text}\s*[,)]`);
const ofFolder = /^(?:(?:sorted|list)\(\s*)*os\.listdir\(\s*(?:"\.?"|'\.?')?\s*\)/;

export interface Walk {
  readonly trees: readonly TreeRead[];
  readonly globs: readonly string[];
}

/** What a loop goes through, where that is said in quotes; `undefined`: it may be anything. */
export function parseWalk(expression: string): Walk | undefined {
  const path = ofPath.exec(expression);
  if (path !== null) {
    const [, double, single, how = "", name, other] = path;
    const pattern = name ?? other ?? "*";
    const last = pattern.slice(pattern.lastIndexOf("/") + 1);
    // The folder before the last name may be any below.
    return { globs: [], trees: [{ path: (double ?? single) || ".", named: false, names: how === "iterdir" || last === "**" ? [] : [last] }] };
  }
  const glob = ofGlob.exec(expression);
  if (glob !== null) return { trees: [], globs: [glob[1] ?? glob[2] ?? ""] };
  return ofFolder.test(expression) ? { globs: [], trees: [{ path: ".", named: false, names: [] }] } : undefined;
}

/** `Path("a") / "b"`: the path that is put together of texts in quotes. */
export function joinedPaths(code: string): readonly string[] {
  return [...code.matchAll(new RegExp(String.raw`\bPath\(\s*${text}\s*\)((?:\s*/\s*${text}){1,10})`, "g"))].map(([, double, single, rest = ""]) => [double ?? single ?? "", ...[...rest.matchAll(new RegExp(text, "g"))].map(([, one, other]) => one ?? other ?? "")].join("/")).slice(0, 50);
}

const ofWalk = new RegExp(String.raw`^${around}os\.walk\(\s*${text}\s*\)`);
const joinOfTwo = /^os\.path\.join\(\s*(\w+)\s*,\s*(\w+)\s*\)/;

// Then `os.walk` and `os.path.join` may be anything, names get values that no spelling shows, or "src" is another folder.
const changesWalking = /\b(?:setattr|__setattr__|__dict__|globals|locals|vars|exec|f?chdir)\b|\.(?:walk|join|path)\b(?:[\s)\]]{0,50}(?:,[^()\n=]{0,100})?=(?!=)|[\s)\]]{1,50}in\b)|\b(?:as|class|def|for)\s+os\b|(?<![\w.])os[\s,)\]]{0,50}:?=(?!=)/;

/** How often a name is given a value: in a loop, by `=` alone or among others (`[a, f] = …`), as a parameter or an import. */
function timesGiven(given: string, code: string): number {
  const item = String.raw`[\w.]+(?:\[[^\]\n]{0,50}\])?[\s)\]]{0,50}`;
  const before = String.raw`(?:^|[;:=])[ \t]*(?:[\[(*]\s{0,50}|${item},\s{0,50}){0,50}`;
  const ways = [
    String.raw`\bfor\b[^:\n]{0,200}?\b${given}\b[^:\n]{0,200}?\bin\b`,
    String.raw`(?<![\w.])${given}\s*(?:[-+*/|%@&^]{0,2}|<<|>>):?=(?!=)`,
    // Not `sizes[f] = …` nor `print(f, end="")`.
    String.raw`${before}${given}[\s)\]]{0,50}(?:,[\s\[(*]{0,50}(?:${item})?){0,50}=(?!=)`,
    String.raw`(?:^|[;:])[ \t(]*${given}[ \t)]*:[^=\n]{1,100}=(?!=)`,
    String.raw`(?:\bas|\bglobal|\bnonlocal)\s+${given}\b`,
    String.raw`\bas\s*[\[(][^)\]\n]{0,100}\b${given}\b`,
    String.raw`\b(?:def|import|case|class)\b[^\n;]{0,200}\b${given}\b`,
    String.raw`\blambda\b[^:\n]{0,200}\b${given}\b`,
  ];
  return [...code.replaceAll("\\\n", " ").matchAll(new RegExp(ways.join("|"), "gm"))].length;
}

/**
 * `os.path.join(folder, name)` inside of `for folder, _, names in os.walk("src")` and `for name in names`: what all such loops find.
 * `alias` is the name that stands for the joined path. `undefined`: one of the names may be anything.
 */
export function walkedJoin(expression: string, code: string, alias?: string): Walk | undefined {
  const [, folder = "", name = ""] = joinOfTwo.exec(expression) ?? [];
  if (name === "" || folder === name || changesWalking.test(code)) return undefined;
  const loops = [...code.matchAll(/\bfor\s+(\w+)\s*,\s*(\w+)\s*,\s*(\w+)\s+in\s+([^\n]{0,300})/g)].filter(([, first]) => first === folder);
  const lists = new Set(loops.map(([, , , list = ""]) => list));
  const roots = loops.map(([, , , , walked = ""]) => ofWalk.exec(walked)).map((match) => match?.[1] ?? match?.[2]);
  const [list = ""] = lists;
  const inLists = [...code.matchAll(new RegExp(String.raw`\bfor\s+${name}\s+in\s+${around}(\w+)\b(?!\s*[.([])`, "g"))];
  const isKnown = lists.size === 1 && roots.length > 0 && roots.every((root) => root !== undefined) && inLists.length > 0 && inLists.every(([, from]) => from === list)
    && timesGiven(folder, code) === loops.length && timesGiven(name, code) === inLists.length && timesGiven(list, code) === loops.length && !new RegExp(String.raw`\b${list}\s*(?:\.\s*(?:append|extend|insert)|\[)`).test(code);
  if (!isKnown) return undefined;
  const names = inLists.length === 1 ? endingsOf(name, alias, code) : [];
  return { globs: [], trees: roots.map((root) => ({ path: root ?? ".", named: false, names })) };
}

/** `if name.endswith(".py"):` right behind the loop, where nothing outside of it uses the name; else any name. */
function endingsOf(name: string, alias: string | undefined, code: string): readonly string[] {
  const header = new RegExp(String.raw`^([ \t]*)for\s+${name}\s+in\s[^\n]*:[ \t]*\n([ \t]+)if\s+(not\s+)?${name}\.endswith\(\s*\(?([^()\n]{1,200})\)?\s*\):([^\n]*)\n`, "m").exec(code);
  if (header === null) return [];
  const [whole, outer = "", inner = "", negated, list = "", rest = ""] = header;
  const lines = code.slice(header.index + whole.length).split("\n");
  const skips = negated !== undefined && (rest.trim() === "continue" || (rest.trim() === "" && lines[0]?.trim() === "continue"));
  if ((negated !== undefined) !== skips) return [];
  const depth = (line: string) => /^[ \t]*/.exec(line)?.[0].length ?? 0;
  const end = lines.findIndex((line) => line.trim() !== "" && depth(line) <= (skips ? outer.length : inner.length));
  const outside = [code.slice(0, header.index), ...(end < 0 ? [] : lines.slice(end))].join("\n");
  if (new RegExp(String.raw`\b(?:${[name, ...(alias === undefined ? [] : [alias])].join("|")})\b`).test(outside)) return [];
  const endings = [...list.matchAll(new RegExp(text, "g"))].map(([, double, single]) => double ?? single ?? "");
  return list.replaceAll(new RegExp(text, "g"), "").replaceAll(/[\s,]/g, "") === "" && endings.every((ending) => /^[\w.-]+$/.test(ending)) ? endings.map((ending) => `*${ending}`) : [];
}
