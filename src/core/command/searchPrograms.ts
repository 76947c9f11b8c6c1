import { joinEffects, noEffects, type CommandEffects } from "./commandEffects.ts";
import { operands, optionHas } from "./operands.ts";
import type { Known } from "./words.ts";

const recursive = new Set(["rg", "ag", "ack", "ugrep"]);

/** `grep` and its like: files are read; with `-r` whole folders, whose lines come with the name of their file, unless told not to. */
export function inspectSearch(name: string, words: readonly Known[]): CommandEffects {
  const brought = words.some(({ text }) => /^(?:-e|-f|--regexp|--file)/.test(text));
  const files = brought ? operands(words) : operands(words).slice(1);
  if (optionHas(words, "l", /^--files/) || optionHas(words, "c", /^--count/) || optionHas(words, "q", /^--quiet/)) return noEffects;
  const deep = recursive.has(name) || optionHas(words, "r", /^--recursive$/) || optionHas(words, "R", /^--dereference-recursive$/);
  const named = !(optionHas(words, "h", /^--no-filename$/) || (name === "rg" && optionHas(words, "I", /^--json$/)) || words.some(({ text }) => /^--(?:json|no-filename|passthru)/.test(text)));
  const unresolved = files.filter(({ unknown }) => unknown).map(() => "the name of a file that is searched is only known when the command runs");
  const known = files.filter(({ unknown }) => !unknown);
  const globs = words.flatMap(({ text }, at) => (/^(?:-g|--glob|--include)$/.test(text) ? [words[at + 1]?.text ?? ""] : /^--(?:glob|include)=(.*)$/.exec(text)?.slice(1) ?? [])).filter((glob) => glob !== "" && !glob.startsWith("!"));
  const roots = known.length > 0 ? known : deep ? [{ text: ".", unknown: false, glob: false }] : [];
  return {
    ...noEffects, unresolved,
    reads: known.map(({ text, glob }) => ({ path: text, glob, content: "shown", sure: true })),
    searches: deep ? roots.map(({ text }) => ({ path: text, named, names: globs })) : [],
  };
}

/** `find … -exec cat {} +`: all files below that bear the names it asks for. */
export function inspectFind(words: readonly Known[], inspectInner: (words: readonly Known[]) => CommandEffects): CommandEffects {
  const option = words.findIndex(({ text }) => text.startsWith("-") || text === "(" || text === "!");
  const roots = (option < 0 ? words : words.slice(0, option)).filter(({ unknown }) => !unknown).map(({ text }) => text);
  const trees = treesOf(words);
  const at = words.findIndex(({ text }) => /^(?:-exec|-execdir|-ok|-okdir|-x|-X|--exec|--exec-batch)$/.test(text));
  const removes = words.some(({ text }) => text === "-delete") ? roots.map((path) => ({ path, removes: true })) : [];
  if (at < 0) return { ...noEffects, writes: removes };
  // `{}` is a name that is only known when it runs: whatever reads it reads the tree.
  const inner = inspectInner(words.slice(at + 1).filter(({ text }) => text !== ";" && text !== "+").map((word) => (word.text.includes("{}") ? { text: "", unknown: true, glob: false } : word)));
  const reading = inner.unresolved.length > 0;
  return joinEffects([{ ...inner, unresolved: [] }, { searches: reading ? trees : [], writes: removes }]);
}

/** Where `find`, `ls`, `git ls-files` and `grep -l` look for names, for what reads them through a pipe. */
export function treesOf(words: readonly Known[]): CommandEffects["searches"] {
  const option = words.findIndex(({ text }) => text.startsWith("-") || text === "(" || text === "!");
  const roots = (option < 0 ? words : words.slice(0, option)).filter(({ unknown }) => !unknown).map(({ text }) => text);
  // Alternatives and negations are not taken apart: then every name counts.
  const plain = !words.some(({ text }) => /^(?:!|-not|-o|-or|\()$/.test(text));
  const names = plain ? words.flatMap(({ text }, index) => (/^-i?name$/.test(text) ? [words[index + 1]?.text ?? ""] : [])).filter((name) => name !== "") : [];
  return (roots.length === 0 ? ["."] : roots).map((path) => ({ path, named: false, names }));
}

/** `git show HEAD:.env`, `git diff`, `git log -p`: the files behind a colon and the paths it names. The index's commands only name. */
export function inspectGit(words: readonly Known[], reading: ReadonlySet<string>): CommandEffects {
  const at = words.findIndex(({ text }, index) => !text.startsWith("-") && !/^(?:-C|-c|--git-dir|--work-tree|--namespace)$/.test(words[index - 1]?.text ?? ""));
  const command = words[at]?.text ?? "";
  const rest = words.slice(at + 1);
  if (!reading.has(command)) return noEffects;
  if (command === "grep") return inspectSearch("rg", rest);
  const bare = rest.some(({ text }) => /^--(?:name-only|name-status|stat|oneline|shortstat|numstat|summary)/.test(text)) && !rest.some(({ text }) => /^(?:-p|--patch)$/.test(text));
  if (bare) return noEffects;
  const paths = operands(rest).filter(({ unknown }) => !unknown).flatMap(({ text }) => {
    const colon = text.indexOf(":");
    // A revision is no file, and a path behind a colon counts from the top of the repository.
    return colon >= 0 ? [{ path: text.slice(colon + 1), glob: false, content: "shown" as const, sure: true }] : [{ path: text, glob: false, content: "shown" as const, sure: rest.some((word) => word.text === "--") }];
  });
  const hidden = command === "archive" || command === "bundle";
  const unresolved = operands(rest).filter(({ unknown }) => unknown && command === "cat-file").map(() => "the object that is shown is only known when the command runs");
  // What a commit changes comes with the names of its files, as in a search.
  return { ...noEffects, unresolved, reads: paths, searches: hidden ? [] : [{ path: ".", named: true, names: [] }] };
}
