import type { TreeRead } from "./commandEffects.ts";
import type { Piped } from "./inspectProgram.ts";
import { operands } from "./operands.ts";
import { programName } from "./programs.ts";
import { treesOf } from "./searchPrograms.ts";
import type { Known } from "./words.ts";

const everyFile: readonly TreeRead[] = [{ path: ".", named: false, names: [] }];

/** What a command in a pipe gives to the next: words that are printed, or names of files below folders. `before` is what it was given itself. */
export function pipedFrom(words: readonly Known[], before?: Piped): Piped {
  const name = programName(words[0]?.text ?? "");
  const rest = words.slice(1);
  if (name === "echo" || name === "printf") {
    const text = operands(rest).map((word) => word.text).join(" ").replaceAll("\\n", "\n");
    // What a format makes of its words nobody says.
    const formats = name === "printf" && /%/.test(operands(rest)[0]?.text.replace(/^%s(?:\\[n0])?$/, "") ?? "");
    return { text, words: formats ? [{ text: "", unknown: true, glob: false }] : operands(rest).flatMap((word) => word.text.split(/\s+|\\n|\\0/).filter((each) => each !== "").map((each) => ({ ...word, text: each }))) };
  }
  if (name === "find" || name === "fd" || name === "fdfind") return { trees: treesOf(name, rest) };
  if (name === "ls") return listed(rest);
  const options = rest.filter(({ text }) => text.startsWith("-"));
  const folders = operands(rest).slice(1);
  // Of several names some stay.
  if (before?.trees !== undefined && narrows(name, rest)) return { trees: before.trees, ...(before.words === undefined ? {} : { words: before.words }) };
  // Only where no option could take a word for its value are the others surely folders.
  if ((name === "grep" || name === "rg") && folders.length > 0 && options.every(({ text }) => /^-[rRlinwIE]+$/.test(text) && !(name === "rg" && /[rE]/.test(text))) && rest.every(({ unknown }) => !unknown)) return { trees: folders.map(({ text }) => ({ path: text, named: false, names: [] })) };
  if (name === "git") return { trees: namedByGit(rest) };
  if (/^(?:rg|ag|[ef]?grep)$/.test(name)) return { trees: [...everyFile, ...foldersOf(rest).map((path) => ({ path, named: false, names: [] }))] };
  return /^(?:base64|base32|xxd|tr|rev|sed|gunzip|zcat|openssl|awk|perl)$/.test(name) ? { changed: true } : {};
}

/** The trees whose files' names a script prints, and nothing else; `undefined`: it prints anything. */
export function printedTrees(commands: readonly { readonly words: readonly Known[]; readonly redirects: readonly { readonly descriptor: string | undefined }[]; readonly pipes: boolean }[]): readonly TreeRead[] | undefined {
  const [first] = commands;
  if (first === undefined || !listsNames(first.words) || commands.some(({ redirects, words, pipes }, index) => words.some(({ unknown }) => unknown) || redirects.some(({ descriptor }) => descriptor !== "2") || pipes !== index < commands.length - 1)) return undefined;
  const piped = commands.slice(1).reduce<Piped>((before, { words }) => (narrows(programName(words[0]?.text ?? ""), words.slice(1)) ? before : {}), pipedFrom(first.words));
  return piped.trees === undefined ? undefined : [...piped.trees, ...(piped.words ?? []).filter(({ glob }) => glob).map(({ text }) => ({ path: text, named: false, names: [], glob: true as const }))];
}

const narrowing = new Set(["head", "tail", "sort", "uniq", "grep", "egrep", "fgrep"]);
const narrows = (name: string, rest: readonly Known[]) => narrowing.has(name) && operands(rest).length <= (name.endsWith("grep") || name === "head" || name === "tail" ? 1 : 0);

function listsNames(words: readonly Known[]): boolean {
  const name = programName(words[0]?.text ?? "");
  const texts = words.slice(1).map(({ text }) => text);
  if (name === "git") return texts[0] === "ls-files" || (/^(?:diff|grep)$/.test(texts[0] ?? "") && texts.some((text) => /^(?:--name-only|-l|--files-with-matches)$/.test(text)));
  if (name === "find") return !texts.some((text) => /^-(?:exec|ok|fprint|printf|fls|ls)/.test(text));
  return name === "ls" || name === "fd" || name === "fdfind" || (/^(?:[ef]?grep|rg)$/.test(name) && texts.some((text) => /^-[a-zA-Z]*l|^--files/.test(text)));
}

/** Whatever may be a folder where options are not all known: of the words without a value of theirs only the first may be a text, unless it came with an option or none is looked for. */
function foldersOf(rest: readonly Known[]): readonly string[] {
  const isValue = (at: number) => /^(?:-[a-zA-Z]*[ABCefgmtT]|--(?:regexp|file|glob|iglob|include|exclude|exclude-dir|type))$/.test(rest[at - 1]?.text ?? "");
  const brought = rest.some(({ text }) => /^(?:--files$|--regexp|--file(?:=|$)|-[a-zA-Z]*[ef])/.test(text));
  return operands(rest.filter((_, at) => !isValue(at))).slice(brought ? 0 : 1).filter(({ unknown }) => !unknown).map(({ text }) => text);
}

/** Names that are spelled out, and what may be a folder. */
function listed(rest: readonly Known[]): Piped {
  const named = operands(rest).filter(({ unknown }) => !unknown);
  const folders = named.length === 0 ? everyFile : named.map(({ text }) => ({ path: text, named: false, names: [] }));
  return operands(rest).some(({ unknown }) => unknown) ? {} : { trees: folders, words: named };
}

/** `git ls-files '*.ts'`: what git keeps; other commands may name what it kept once. */
function namedByGit(words: readonly Known[]): readonly TreeRead[] {
  const [command, ...rest] = words;
  const has = (pattern: RegExp) => rest.some(({ text, unknown }) => unknown || pattern.test(text));
  const paths = operands(rest).map(({ text }) => text);
  if (command?.text === "ls-files") return has(/^-[a-z]*[oic]|^--(?:oth|ign|cach|with)/) ? everyFile : inTree(paths);
  if (command?.text === "diff" && has(/^--name-only$/)) return paths.length > 0 || has(/^--(?:cached|staged|no-index|merge)/) ? everyFile : inTree([]);
  return everyFile;
}

/** Of a pattern the folder before it and the name at its end count. */
function inTree(paths: readonly string[]): readonly TreeRead[] {
  const tracked = { named: false, tracked: true } as const;
  if (paths.length === 0 || paths.some((path) => path.startsWith(":"))) return [{ ...tracked, path: ".", names: [] }];
  return paths.map((path) => {
    const segments = path.split("/");
    const glob = segments.findIndex((segment) => /[*?[]/.test(segment));
    const name = segments.at(-1) ?? "";
    return { ...tracked, path: glob < 0 ? path : segments.slice(0, glob).join("/") || ".", names: glob >= 0 && name.includes("*") && !/[?[\\]/.test(name) ? [name] : [] };
  });
}
