import { never, operands, optionHas } from "./operands.ts";
import { programName } from "./programs.ts";
import { searchRoots } from "./searchRoots.ts";
import type { Replacement } from "./replacement.ts";
import type { Known } from "./words.ts";

type Names = Extract<Replacement, { readonly kind: "names" }>;
/** Any name, given by nobody yet. */
export const everyName = { kind: "names", glob: false, names: [], without: [], plainOnly: false, handedOn: false } as const;

/** Names of files that a program prints: `find`, `ls`, `grep -l`, `git ls-files`, `echo`. Whoever is handed them may write there. */
export function namesOf(name: string, words: readonly Known[]): readonly Names[] {
  if (name === "echo" || name === "printf") return operands(words).flatMap(({ text, glob }) => text.split(/\s+|\\n|\\0/).filter((word) => word.includes("/")).map((path) => ({ ...everyName, path, glob })));
  if (name === "ls") return listed(operands(words));
  if (name === "find") return foundBy(words);
  if (name === "fd" || name === "fdfind") return foundByFd(words);
  return holdersOf(name, words);
}

/** Names in a text that `xargs`, or a loop that reads, is given. */
export function handedNames(words: readonly Known[], document: string): readonly Names[] {
  const name = programName(words[0]?.text ?? "");
  if (!/^(?:|xargs|parallel|read|mapfile|readarray|while)$/.test(name)) return [];
  return document.split(/[\s"']+/).filter((word) => word.includes("/")).slice(0, 500).map((path) => ({ ...everyName, path, glob: false, handedOn: true }));
}

/** `git ls-files '*.ts'`: patterns of names, and folders. */
export function trackedNames(words: readonly Known[]): readonly Names[] {
  const paths = operands(words);
  return paths.length === 0 ? [{ ...everyName, path: "." }] : paths.map(({ text, glob, unknown }) => (/[*?]/.test(text) && !text.includes("/") ? { ...everyName, path: ".", names: [text] } : { ...everyName, path: unknown ? "." : text, glob }));
}

function listed(paths: readonly Known[]): readonly Names[] {
  return paths.length === 0 ? [{ ...everyName, path: "." }] : paths.map(({ text, glob }) => ({ ...everyName, path: text, glob }));
}

function foundBy(words: readonly Known[]): readonly Names[] {
  const roots = searchRoots("find", words);
  const wanted = words.flatMap(({ text }, at) => (/^-i?name$/.test(text) && !isNegated(words, at) && words[at + 2]?.text !== "-prune" ? [words[at + 1]?.text ?? ""] : []));
  const without = words.flatMap(({ text }, at) => {
    const left = isNegated(words, at) || words.slice(at + 2, at + 4).some((word) => word.text === "-prune");
    return left && (text === "-name" || (/^-(?:path|wholename)$/.test(text) && /^(?:\*|\.\/)/.test(words[at + 1]?.text ?? ""))) ? [(words[at + 1]?.text ?? "").replace(/^(?:\*|\.)\/|\/\*$/g, "")] : [];
  });
  // Of alternatives that are not all names nobody says which counts.
  const others = words.some(({ text }, at) => /^-o(?:r)?$/.test(text) && !((words[at - 1]?.text === ")" || /^-i?name$/.test(words[at - 2]?.text ?? "")) && /^(?:-i?name|\()$/.test(words[at + 1]?.text ?? "")));
  const names = others ? [] : wanted;
  const executes = words.some(({ text }) => /^-(?:exec|ok)(?:dir)?$/.test(text));
  return listed(roots).map((found) => ({ ...found, names, without, handedOn: executes }));
}

function foundByFd(words: readonly Known[]): readonly Names[] {
  const at = words.findIndex(({ text }) => /^(?:-x|-X|--exec|--exec-batch)$/.test(text));
  const own = at < 0 ? words : words.slice(0, at);
  const plainOnly = !optionHas(own, "H", /^--hidden$/) && !optionHas(own, "u", /^--unrestricted$/);
  return listed(operands(own).slice(1)).map((found) => ({ ...found, plainOnly, handedOn: at >= 0 }));
}

const isNegated = (words: readonly Known[], at: number) => /^(?:!|-not)$/.test(words[at - 1]?.text ?? "");

/** `grep -rl text folder`: only files that hold the text, where it is a plain one. */
function holdersOf(name: string, words: readonly Known[]): readonly Names[] {
  if (name === "rg" && words.some(({ text }) => text === "--files")) return listed(operands(words)).map((found) => ({ ...found, plainOnly: isPlainOnly(name, words) }));
  const lists = optionHas(words, "l", /^--files-with(?:out)?-match/) || optionHas(words, "L", never) || optionHas(words, "r", /^--recursive$/) || optionHas(words, "R", /^--dereference-recursive$/);
  const [pattern, ...paths] = operands(words.filter((_, at) => !/^(?:-g|--glob|--include|--exclude|--exclude-dir|-t|--type)$/.test(words[at - 1]?.text ?? "")));
  // Of what comes through a pipe it prints lines, and no name of a file.
  if (!lists && paths.length === 0) return [];
  const inverted = optionHas(words, "L", /^--files-without-match$/) || optionHas(words, "v", /^--invert-match$/) || optionHas(words, "i", /^--ignore-case$/) || optionHas(words, "e", /^--regexp/) || optionHas(words, "f", /^--file/);
  const holding = pattern !== undefined && !pattern.unknown && !inverted && /^[\w /:@-]+$/.test(pattern.text) ? pattern.text : undefined;
  const without = words.flatMap(({ text }, at) => (/^--exclude(?:-dir)?$/.test(words[at - 1]?.text ?? "") ? [text] : /^--exclude(?:-dir)?=(.+)$/.exec(text)?.slice(1) ?? (/^(?:-g|--glob)$/.test(words[at - 1]?.text ?? "") && text.startsWith("!") ? [text.slice(1).replace(/\/\*{0,2}$/, "")] : [])));
  const names = words.flatMap(({ text }, at) => (/^(?:-g|--glob|--include)$/.test(words[at - 1]?.text ?? "") ? [text] : /^--(?:include|glob)=(.+)$/.exec(text)?.slice(1) ?? []).filter((glob) => !glob.startsWith("!") && !glob.includes("/")));
  return listed(paths).map((found) => ({ ...found, names, without, plainOnly: isPlainOnly(name, words), ...(holding === undefined ? {} : { holding }) }));
}

const isPlainOnly = (name: string, words: readonly Known[]) => /^(?:rg|ag)$/.test(name) && !words.some(({ text, unknown }) => unknown || /^--(?:hidden|unrestricted|no-ignore)|^-[a-zA-Z]*[u.]/.test(text));

/** `… | grep '\.ts$' | …`: of the names only those that hold, or do not hold, one of these texts. Other patterns let all pass. */
export function narrowedBy(found: Names, [program, ...rest]: readonly Known[]): Names {
  if (program === undefined || !/^(?:grep|egrep|fgrep|rg)$/.test(programName(program.text)) || operands(rest).length !== 1) return found;
  const pattern = operands(rest)[0]?.text ?? "";
  const inverted = optionHas(rest, "v", /^--invert-match$/);
  // What is taken for left out must be: a text that stands for less than it seems to would leave out nothing.
  if (inverted && !isUnderstood(pattern, programName(program.text), rest)) return found;
  const texts = textsOf(pattern);
  const plain = rest.every(({ text, unknown }) => !unknown && (!text.startsWith("-") || /^-[vEFn]+$/.test(text)));
  return plain && texts !== undefined ? { ...found, passing: [...(found.passing ?? []), { texts, atEnd: pattern.endsWith("$"), inverted }] } : found;
}

/** `a|b` is two texts only where the pattern is an extended one, `a\\|b` only where it is not; with `-F` nothing but the text itself counts. */
function isUnderstood(pattern: string, name: string, words: readonly Known[]): boolean {
  if (name === "fgrep" || optionHas(words, "F", /^--fixed/)) return /^[\w/@ -]+$/.test(pattern);
  const extended = name === "egrep" || name === "rg" || optionHas(words, "E", /^--ext/);
  return extended ? !pattern.includes("\\|") : !/(?<!\\)[|()]/.test(pattern);
}

const showing = /^(?:head|tail|wc|less|more|cat|sort|uniq|e?grep|rg|column|nl|tr|cut|jq|fold)$/;

/** At the end of a pipe that only shows them, names are handed to nobody. */
export const endsShowing = (last: readonly Known[]) => showing.test(programName(last[0]?.text ?? ""));

/** Texts that a plain pattern stands for: `a`, `a|b`, `\.(ts|js)$`. */
function textsOf(pattern: string): readonly string[] | undefined {
  const [, before = "", list = ""] = /^((?:[\w/@ -]|\\\.)*)\(([\w|]+)\)\$?$/.exec(pattern) ?? [];
  const texts = list === "" ? pattern.replace(/\$$/, "").replaceAll("\\|", "|").split("|") : list.split("|").map((each) => before + each);
  const plain = texts.map((text) => text.replaceAll("\\.", "."));
  // `./` stands in a path or does not, as the program likes that prints it.
  return texts.every((text, at) => /^\^?(?:[\w/@ -]|\\\.)+$/.test(text) && !/(?:^|\/|\^)\.{1,2}\//.test(plain[at] ?? "")) ? plain : undefined;
}
