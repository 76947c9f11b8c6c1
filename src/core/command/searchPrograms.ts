import { joinEffects, noEffects, type CommandEffects } from "./commandEffects.ts";
import { operands, optionHas } from "./operands.ts";
import { ofListed } from "./listedWords.ts";
import { searchRoots } from "./searchRoots.ts";
import { wantedTexts } from "./wantedTexts.ts";
import type { Known } from "./words.ts";

// Letters of options that take a value, which may stand right behind them.
const grepValues = "ABCefmdD";
const rgValues = "ABCefgjmMtTErd";
const recursive = new Set(["rg", "ag", "ack", "ugrep"]);

/** `grep` and its like: files are read; with `-r` whole folders, whose lines come with the name of their file, unless told not to. */
export function inspectSearch(name: string, words: readonly Known[], plainOnly = skipsHidden(name, words)): CommandEffects {
  const letters = name === "rg" ? rgValues : name === "ag" || name === "ack" || name === "ugrep" ? "ABCGgmp" : grepValues;
  const has = (letter: string, long: RegExp) => optionHas(words, letter, long, letters);
  const brought = has("e", /^--regexp/) || has("f", /^--file(?:=|$)/);
  const plain = withoutGlobs(words);
  const files = brought ? operands(plain) : operands(plain).slice(1);
  if (has("l", /^--files/) || has("c", /^--count/) || has("q", /^--quiet/)) return noEffects;
  const deep = recursive.has(name) || has("r", /^--recursive$/) || has("R", /^--dereference-recursive$/) || words.some(({ text }) => /^--directories=recurse$|^-[a-zA-Z]*drecurse$/.test(text));
  // What is not known to keep the names at the heads of lines may take them away.
  const named = !(has("h", /^--(?:json|no-filename|passthru|format|field-|context-separator|path-separator|replace|null-data|vimgrep-)/) || (name === "rg" && has("I", /^--no-filename$/)) || (name === "rg" && has("r", /^--replace/) && words.some(({ text }) => /^(?:-U|--multiline)/.test(text))));
  // Below a headline an empty line could be a file's own, unless each line has its number.
  const grouped = words.some(({ text }) => /^--(?:heading|group)$/.test(text)) && !has("n", /^--(?:line-number|pretty)$/) && !has("p", /^--pretty$/);
  const unresolved = files.filter(({ unknown }) => unknown).map(() => "the name of a file that is searched is only known when the command runs");
  const known = files.filter(({ unknown }) => !unknown);
  const globs = words.flatMap(({ text }, at) => (/^(?:-g|--glob|--include)$/.test(text) ? [words[at + 1]?.text ?? ""] : /^--(?:glob|include)=(.*)$/.exec(text)?.slice(1) ?? [])).filter((glob) => glob !== "" && !glob.startsWith("!"));
  const left = { ...(excluded(words).length > 0 ? { without: excluded(words) } : {}), ...(plainOnly ? { plainOnly: true as const } : {}) };
  const wanted = wantedTexts(name, words);
  const roots = known.length > 0 ? known : deep ? [{ text: ".", unknown: false, glob: false }] : [];
  return {
    ...noEffects, unresolved,
    reads: known.map(({ text, glob }) => ({ path: text, glob, content: "shown", sure: true })),
    searches: deep ? roots.map(({ text }) => ({ path: text, named: named && !grouped, names: globs, ...left, ...(wanted === undefined ? {} : { wanted }) })) : [],
  };
}

const globOption = /^(?:-g|--glob|--iglob|--include|--exclude|--exclude-dir|--ignore|--ignore-dir)$/;

/** What an option takes is no file that is searched. */
const withoutGlobs = (words: readonly Known[]) => words.filter((_, at) => !globOption.test(words[at - 1]?.text ?? ""));

/** Plain names and patterns that the search leaves out; one with a folder in it is not counted, so that more is looked at than meant. */
function excluded(words: readonly Known[]): readonly string[] {
  const named = words.flatMap(({ text, unknown }, at): readonly string[] => {
    if (unknown) return [];
    const before = words[at - 1]?.text ?? "";
    const glob = /^(?:-g|--glob)$/.test(before) ? text : /^(?:-g|--glob=)(!.+)$/.exec(text)?.[1];
    if (glob !== undefined) return glob.startsWith("!") ? [glob.slice(1)] : [];
    return /^--exclude(?:-dir)?$/.test(before) ? [text] : /^--exclude(?:-dir)?=(.+)$/.exec(text)?.slice(1) ?? [];
  });
  return named.filter((name) => name !== "" && !/[/?[{]/.test(name));
}

/** ripgrep and the silver searcher pass over names with a dot at the head unless they are told not to. */
function skipsHidden(name: string, words: readonly Known[]): boolean {
  return (name === "rg" || name === "ag") && !words.some(({ text, unknown }) => unknown || /^--(?:hidden|unrestricted|no-ignore|all-types|all-text)|^-[a-zA-Z]*[u.a]/.test(text));
}

/** `find … -exec cat {} +`: all files below that bear the names it asks for. */
export function inspectFind(name: string, words: readonly Known[], inspectInner: (words: readonly Known[]) => CommandEffects): CommandEffects {
  const roots = knownRoots(name, words);
  const trees = treesOf(name, words);
  const at = words.findIndex(({ text }) => /^(?:-exec|-execdir|-ok|-okdir|-x|-X|--exec|--exec-batch)$/.test(text));
  const removes = words.some(({ text }) => text === "-delete") ? roots.map((path) => ({ path, removes: true })) : [];
  if (at < 0) return { ...noEffects, writes: removes };
  // `{}` is a name that is only known when it runs: whatever reads it reads the tree.
  const found: Known = { text: "", unknown: true, glob: false, handed: true };
  const given = words.slice(at + 1).filter(({ text }) => text !== ";" && text !== "+").map((word) => (word.text.includes("{}") ? found : word));
  // `fd` gives its program the name at the end where nothing stands for it.
  const command = /^--?(?:x|X|exec-batch)$|^--exec$/.test(words[at]?.text ?? "") && !given.includes(found) ? [...given, found] : given;
  const inner = ofListed({ words: command }, trees, (program) => inspectInner(program.words));
  return joinEffects([inner, { writes: removes }]);
}

const knownRoots = (name: string, words: readonly Known[]) => searchRoots(name, words).filter(({ unknown }) => !unknown).map(({ text }) => text);

/** Where `find` and `fd` look for names, for what reads them through a pipe. */
export function treesOf(name: string, words: readonly Known[]): CommandEffects["searches"] {
  const roots = knownRoots(name, words);
  // Alternatives and negations are not taken apart: then every name counts.
  const plain = !words.some(({ text }) => /^(?:!|-not|-o|-or|\()$/.test(text));
  const names = plain ? words.flatMap(({ text }, index) => (/^-i?name$/.test(text) ? [words[index + 1]?.text ?? ""] : [])).filter((name) => name !== "") : [];
  return (roots.length === 0 ? ["."] : roots).map((path) => ({ path, named: false, names }));
}
