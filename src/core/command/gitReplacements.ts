import { patchesIn, valuesOf } from "./archivePrograms.ts";
import { trackedNames } from "./namingPrograms.ts";
import { never, operands } from "./operands.ts";
import { placesInText, placesOf, targetsOf } from "./places.ts";
import { movedBy, type Replacement } from "./replacement.ts";
import type { Input } from "./replacingPrograms.ts";
import type { Known } from "./words.ts";

/** Files of the folder come to be those of a revision, or are taken away. */
const bringing = new Set(["checkout", "switch", "restore", "reset", "stash", "merge", "rebase", "cherry-pick", "revert", "read-tree", "checkout-index", "clean", "pull", "rm", "mv", "am", "apply", "submodule", "sparse-checkout"]);
/** Their operands may be places that are written. */
const placing = new Set(["archive", "bundle", "worktree", "clone", "init", "submodule", "format-patch", "config"]);
/** Options of git itself that take the next word. */
const valued = /^(?:-C|-c|--git-dir|--work-tree|--namespace|--exec-path)$/;

/** What a command of git may put in the place of files: by places and patches that it names, and by revisions it brings back. */
export function gitReplacements(words: readonly Known[], given: Input): readonly Replacement[] {
  const at = words.findIndex(({ text }, index) => !text.startsWith("-") && !valued.test(words[index - 1]?.text ?? ""));
  if (at < 0) return [];
  const before = words.slice(0, at);
  const folder = valuesOf(before, /^-C$/, never).reduce((path, { text }) => below(path, text), ".");
  const tree = valuesOf(before, /^--work-tree$/, /^--work-tree=(.+)$/s)[0]?.text ?? ".";
  const command = words[at]?.text ?? "";
  const inTree = (replacement: Replacement): Replacement => ("path" in replacement ? { ...replacement, path: below(tree, replacement.path) } : replacement);
  // Where git runs, patches are looked for, too; a tree elsewhere only gets what they change.
  return inspected(command, words.slice(at + 1), given).map((each) => movedBy((path) => below(folder, path), inTree(each), false));
}

const below = (folder: string, path: string) => (folder === "." || /^[/~]/.test(path) ? path : `${folder}/${path}`);

const here: Known = { text: ".", unknown: false, glob: false };

function inspected(command: string, rest: readonly Known[], given: Input): readonly Replacement[] {
  if (command === "ls-files") return trackedNames(rest);
  if (command === "update-index") return rest.some(({ text }) => text === "--cacheinfo") ? rest.flatMap(({ text }) => placesInText(text)) : [];
  if (command === "grep") return trackedNames(operands(rest).slice(1));
  const outputs = rest.flatMap((word, index) => (/^(?:-o|--output|--output-directory|-f|--file|--prefix)$/.test(rest[index - 1]?.text ?? "") && !word.text.startsWith("-") ? targetsOf(word, "fills") : (/^--(?:output|output-directory|file|prefix)=(.+)$/s.exec(word.text)?.slice(1) ?? []).flatMap((text) => targetsOf({ ...word, text }, "fills"))));
  const places = placing.has(command) ? operands(rest).flatMap((word) => placesOf(word, "fills")) : [];
  // Anything in the folder may be another file afterwards: nobody keeps an assistant's own folder as a repository that agents work in.
  const filled: readonly Replacement[] = bringing.has(command) ? [{ kind: "place", path: ".", action: "fills" }, ...revisionsOf(command, rest)] : [];
  const patched = command === "apply" || command === "am" ? [here, ...valuesOf(rest, never, /^--directory=(.+)$/s)].flatMap((folder) => patchesIn(folder, operands(rest), given)) : [];
  return [...outputs, ...places, ...filled, ...patched];
}

/** A stash keeps untracked files in a parent of their own. */
function stashesOf(words: readonly string[]): readonly string[] {
  const stash = words.slice(1).map((word) => (/^\d+$/.test(word) ? `stash@{${word}}` : word)).find((word) => word.startsWith("stash@")) ?? "stash@{0}";
  return [stash, `${stash}^3`];
}

/** Which revisions come to stand in the folder; the index is one, called by an empty name. */
function revisionsOf(command: string, rest: readonly Known[]): readonly Replacement[] {
  const end = rest.findIndex(({ text }) => text === "--");
  const words = operands(end < 0 ? rest : rest.slice(0, end)).filter(({ unknown }) => !unknown).map(({ text }) => text);
  const sources = rest.flatMap(({ text }, at) => (/^(?:-s|--source)$/.test(rest[at - 1]?.text ?? "") ? [text] : /^--source=(.+)$/.exec(text)?.slice(1) ?? []));
  const stashed = command === "stash" ? (/^(?:pop|apply|branch)$/.test(words[0] ?? "") ? stashesOf(words) : ["HEAD"]) : [];
  const named = command === "stash" ? [] : command === "restore" ? sources : words;
  const index = /^(?:checkout|restore|checkout-index|reset)$/.test(command) ? [""] : [];
  const current = command === "reset" || command === "checkout" ? ["HEAD"] : [];
  return [{ kind: "revision", path: ".", revisions: [...new Set([...index, ...current, ...named, ...stashed])].slice(0, 20) }];
}
