import { never, operands, optionHas } from "./operands.ts";
import { targetsOf } from "./places.ts";
import type { Replacement } from "./replacement.ts";
import type { Known } from "./words.ts";

const intoFolder = /^(?:-t|--target-directory)$/;
const intoJoined = /^(?:-t|--target-directory=)(.+)$/s;
// `host:path`, but not `C:\path`.
const remote = /^(?!localhost:)[^/\\:]{2,}:/;

/** `cp`, `mv`, `ln` and their like: what is at one place comes to stand at another, or in it. */
export function copiesOf(name: string, words: readonly Known[]): readonly Replacement[] {
  const into = name === "rsync" || name === "scp" || name === "ditto" ? [] : intoOptions(words);
  const options = into.slice(-maxFolders);
  const taken = new Set(into);
  const files = operands(words).filter((word) => !taken.has(word)).filter(({ text }) => (name !== "scp" && name !== "rsync") || !remote.test(text));
  const sent = (name === "scp" || name === "rsync") && remote.test(operands(words).at(-1)?.text ?? "");
  const targets = options.length > 0 ? options.map((word) => ({ ...word, text: intoJoined.exec(word.text)?.[1] ?? word.text })) : sent ? [] : name === "ln" && files.length === 1 ? [here] : files.slice(-1);
  const sources = options.length > 0 || sent || files.length === 1 ? files : files.slice(0, -1);
  // A link is there in the place of whatever was, and a copy that deletes leaves nothing else. Through a link its file is written later on.
  const replaces = name === "ln" || words.some(({ text }) => text.startsWith("--delete") || text === "--link-dest");
  const deep = name === "mv" || name === "rsync" || name === "ditto" || optionHas(words, "r", /^--(?:recursive|archive)$/) || optionHas(words, "R", never) || optionHas(words, "a", never);
  return [
    ...targets.flatMap((target) => [...targetsOf(target, replaces ? "removes" : undefined), ...sources.flatMap((source) => copyOf(source, target, deep))]),
    ...(name === "ln" || name === "mv" ? sources.flatMap((source) => targetsOf(source, "removes")) : []),
  ];
}

// They do nothing with what a file holds, whatever they are given.
const harmless = /^\s*(?:cp|mv|cd|echo|ls|test|\[|true|pwd|mkdir|touch|chmod)\s[^`$*?[{<|&]*(?:2>\s*\/dev\/null\s*)?$/;

/** Whether nothing in the command goes on to use the copy, which is not there yet when the command is looked at. */
export function leavesCopy(command: string, source: string, copy: string): boolean {
  const name = lastName(copy);
  const timesIn = (text: string) => text.split(name).length - 1;
  // A name may be written in pieces.
  return command.length < 2000 && !/\\|\S["']\S/.test(command) && timesIn(command) === timesIn(lastName(source)) + 1 && command.split(/&&|\|\||;|\n/).every((part) => part.trim() === "" || harmless.test(`${part.trim()} `));
}

const lastName = (path: string) => path.slice(path.replace(/\/+$/, "").lastIndexOf("/") + 1);

// Of several folders to copy into one counts, if any does.
const maxFolders = 3;
const here: Known = { text: ".", unknown: false, glob: false };

function copyOf(source: Known, target: Known, deep: boolean): readonly Replacement[] {
  if (target.text === "") return [];
  // Called nobody knows how, it may be called like one of theirs.
  const nameless: readonly Replacement[] = source.openEnd === true ? [{ kind: "place", path: target.text, action: "fills" }] : [];
  const lost: readonly Replacement[] = source.unknown && deep ? [{ kind: "unknown" }] : [];
  return source.text === "" ? [...nameless, ...lost] : [{ kind: "copy", path: target.text, from: source.text, glob: source.glob, deep: deep && !source.unknown }, ...nameless, ...lost];
}

function intoOptions(words: readonly Known[]): readonly Known[] {
  return words.filter(({ text }, at) => intoFolder.test(words[at - 1]?.text ?? "") || intoJoined.test(text));
}
