/** Words of a command that another script prints, where it is known what that is. */
import { joinEffects, type CommandEffects, type FileRead, type TreeRead } from "./commandEffects.ts";
import type { Program } from "./inspectProgram.ts";
import { programName, searching } from "./programs.ts";
import { madeByShell } from "./tokenise.ts";
import { wantedTexts } from "./wantedTexts.ts";
import type { Known } from "./words.ts";

const nesting = /(?:^|\/)(?:find|fd|fdfind|xargs|parallel)$/;

/** Unknown words are names of files in these trees: a program that reads what they name reads those, and what it does besides stays. */
export function ofListed(program: Program, trees: readonly TreeRead[], inspect: (program: Program) => CommandEffects): CommandEffects {
  const given = inspect(program);
  // Each of many in one another would be looked at twice as often as the one around it.
  if (given.unresolved.length === 0 || program.words.some(({ text }) => nesting.test(text))) return given;
  const { unresolved } = inspect({ ...program, words: program.words.map((word) => (word.unknown ? { text: madeByShell, unknown: false, glob: false } : word)) });
  const reads = given.unresolved.length > unresolved.length;
  const [first, ...rest] = program.words;
  const name = programName(first?.text ?? "");
  const wanted = searching.has(name) ? wantedTexts(name, rest.filter((word) => !word.unknown)) : undefined;
  return reads ? { ...joinEffects([given, { searches: trees.map((tree) => ({ ...tree, named: false, ...(wanted === undefined ? {} : { wanted }) })) }]), unresolved } : given;
}

const lines = /^\s*(?:(?:grep|egrep)(?:\s+-[a-zA-Z]+)*\s+(?:'[^']*'|"[^"$`]*"|[\w^#]+)|cat|xargs\s*<|sed(?:\s+-[a-zA-Z]+)*\s+(?:'[^']*'|"[^"$`]*")|<)\s+([\w./~-]+)\s*(?:\|\s*(?:xargs(?:\s+-[0dr]?(?:\s*'\\n')?)?|grep\s+-v\s+(?:'[^']*'|"[^"$`]*"))\s*)*$/;

/** `export $(grep -v '^#' .env | xargs)`: the variables of a file, taken over word by word. Their script is taken out of `scripts`. */
export function takePrintedLoads(words: readonly Known[], scripts: string[]): { readonly own: readonly Known[]; readonly loads: readonly FileRead[] } {
  if (words[0]?.text !== "export" && words[0]?.text !== "env") return { own: words, loads: [] };
  const loads: FileRead[] = [];
  const own = words.map((word) => {
    const path = lines.exec(word.prints ?? "")?.[1];
    const at = scripts.indexOf(word.prints ?? "");
    if (path === undefined || at < 0) return word;
    scripts.splice(at, 1);
    loads.push({ path, glob: false, content: "split", sure: true });
    return { text: "NAME=", unknown: false, glob: false };
  });
  return { own, loads };
}
