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
