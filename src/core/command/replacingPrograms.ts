import { archivesOf, valuesOf } from "./archivePrograms.ts";
import { copiesOf } from "./copyPrograms.ts";
import { foreignReplacements } from "./foreignReplacements.ts";
import { gitReplacements } from "./gitReplacements.ts";
import { everyName, namesOf } from "./namingPrograms.ts";
import { never, operands, optionHas } from "./operands.ts";
import { placesIn, placesInText, placesOf, targetsOf } from "./places.ts";
import { interpreters, metadata, network, programName, removing, searching, shells, showing, withScript, wrappers } from "./programs.ts";
import { movedBy, type Replacement } from "./replacement.ts";
import type { Known } from "./words.ts";

const set = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** What comes to a program's standard input: a text of the command itself, or a file. */
export interface Input {
  readonly document?: string | undefined;
  readonly input?: Known | undefined;
}

/** Their operands are not written: only what an option calls an output is. */
const reading = set("base64 base32 od hexdump hd strings rev sum b2sum expand tr source . pbcopy xclip xsel wl-copy open xdg-open code ssh-keygen uuencode qrencode");
/** They write beside what they read, or in it, by an operand. */
const writingAll = set("uniq mkdir touch chmod chown chgrp view less more");
/** Their words are no files of this machine, or none that are changed. */
const silent = set("echo printf true false : cd pushd popd pwd exit return export unset local declare readonly set shift wait kill date id whoami uname hostname sleep which whereis type hash alias unalias ps top jobs seq yes umask ulimit trap ssh test [ [[ let read for case");
/** What they are given is changed for sure; of a folder all that is in it. */
const changing = set("gzip gunzip bzip2 bunzip2 xz unxz zstd unzstd lz4 chmod chown chgrp chattr setfacl rename mkfifo mknod split csplit mount umount");
/** The same where a folder stays what it is. */
const writing = set("tee sponge truncate touch");
const outputs = /^(?:-o|-O|--?out(?:put|file|-file|dir)?(?:-\w+)?|--log-file|--logfile)$/;
const outputJoined = /^(?:-[a-zA-Z]*[oO](?==?[^=])=?|--?(?:out|log-?file)[\w-]*=)(.+)$/s;

/** What a program may come to put in the place of something, by its words alone. Inner commands are looked at by themselves. */
export function replacementsOf(name: string, rest: readonly Known[], given: Input): readonly Replacement[] {
  if (name === "env" && rest.some(({ text }) => startsIn.test(text))) return withinFolder(rest, given);
  if (shells.has(name) || name === "set") return operands(rest).slice(name === "set" ? 0 : 1).map(({ text, glob }) => ({ ...everyName, path: text, glob, handedOn: true }));
  if (name === "alias" || (name === "ssh" && operands(rest).some(({ text }) => /^(?:.*@)?(?:localhost|127\.0\.0\.1|::1)$/.test(text)))) return rest.flatMap(({ text }) => placesInText(text, "removes"));
  if (name in wrappers || name === "eval" || silent.has(name)) return name === "echo" || name === "printf" ? namesOf(name, rest) : [];
  const run = runBy(name, rest);
  if (run !== undefined) return [...replacementsOf(programName(run[0]?.text ?? ""), run.slice(1), given), ...rest.flatMap((word) => placesIn(word))];
  if (name === "git") return gitReplacements(rest, given);
  if (/^(?:find|fd|fdfind|ls)$/.test(name) || searching.has(name)) return [...namesOf(name, rest), ...valuesOf(rest, /^-f(?:print0?|printf|ls)$/, never).flatMap((word) => targetsOf(word))];
  if (/^(?:cp|mv|ln|install|rsync|scp|ditto)$/.test(name)) return copiesOf(name, rest);
  if (withScript.has(name)) return [...scriptsOf(rest).flatMap(({ text }) => placesInText(text)), ...editedBy(name, rest)];
  const unpacked = archivesOf(name, rest, given);
  if (unpacked !== undefined) return unpacked;
  if (/^(?:cmd|pwsh|powershell)$/.test(name)) return foreignReplacements(rest.flatMap(({ text }) => text.split(/[\s"'`;|&<>(){},=]+/).filter((word) => word !== "")));
  if (name in interpreters) return operands(rest).flatMap((word, index) => (index === 0 && !rest.some(({ text }) => text.startsWith("-")) ? [] : placesOf(word)));
  if (removing.has(name) || changing.has(name) || writing.has(name)) return operands(rest).flatMap((word) => targetsOf(word, writing.has(name) ? undefined : "removes"));
  if (!writingAll.has(name) && (showing.has(name) || reading.has(name) || metadata.has(name))) return outputsOf(rest);
  if (network.has(name) || name === "aria2c") return [...rest.flatMap((word) => placesIn(word)), ...fetchedInto(name, rest)];
  const deep = optionHas(rest, "r", /^--recursive$/) || optionHas(rest, "R", /^--delete/);
  return [...rest.flatMap((word) => placesIn(word, deep ? "removes" : undefined)), ...mountedBy(name, rest)];
}

const maxPath = 4096;

/** Folders that a container may write in. */
function mountedBy(name: string, words: readonly Known[]): readonly Replacement[] {
  if (!/^(?:docker|podman|nerdctl)$/.test(name)) return [];
  return words.flatMap((word, at) => {
    if (word.text.length > maxPath) return [];
    const [, volume] = /^(?:-v|--volume=)?([^:=]+):[^:]+(?!.*:ro)/.exec(/^(?:-v|--volume)$/.test(words[at - 1]?.text ?? "") || /^(?:-v|--volume=)./.test(word.text) ? word.text : "") ?? [];
    const text = volume ?? (/readonly|\bro\b/.test(word.text) ? undefined : /(?:^|[,=])(?:source|src)=([^,]+)/.exec(word.text)?.[1]);
    return text === undefined ? [] : placesOf({ ...word, text }, "fills");
  });
}

const startsIn = /^(?:-C|--chdir)/;

/** `env -C folder program …`. */
function withinFolder(words: readonly Known[], given: Input): readonly Replacement[] {
  const folder = valuesOf(words, /^(?:-C|--chdir)$/, /^(?:-C|--chdir=)(.+)$/s)[0];
  // Only one in another: nobody needs more, and each would be looked at again.
  const at = words.findIndex((word, index) => !word.text.startsWith("-") && programName(word.text) !== "env" && !word.text.includes("=") && !/^(?:-C|--chdir|-u|--unset)$/.test(words[index - 1]?.text ?? ""));
  if (folder === undefined || at < 0) return [];
  return replacementsOf(programName(words[at]?.text ?? ""), words.slice(at + 1), given).map((each) => movedBy((path) => (/^[/~]/.test(path) ? path : `${folder.text}/${path}`), each, folder.glob));
}

/** `npx rimraf x`, `pnpm dlx shx rm x`: the program that a package runner starts, with its words. */
function runBy(name: string, words: readonly Known[]): readonly Known[] | undefined {
  const isRunner = ({ text }: Known) => /^(?:npx|bunx|pnpx|npm|pnpm|yarn|bun|shx|exec|dlx|x)$/.test(text);
  const at = /^(?:npx|bunx|pnpx)$/.test(name) ? 0 : /^(?:npm|pnpm|yarn|bun)$/.test(name) ? words.findIndex(({ text }) => /^(?:exec|dlx|x)$/.test(text)) + 1 : -1;
  if (at < 0 || (at === 0 && !name.endsWith("x"))) return name === "shx" ? words.slice(Math.max(0, words.findIndex((word) => !isRunner(word)))) : undefined;
  const inner = words.slice(at).findIndex((word) => !word.text.startsWith("-") && !isRunner(word));
  return inner < 0 ? undefined : words.slice(at + inner);
}

/** What a program that only reads is told to write its output to: `sort -o x`, `tree --output=x`. */
function outputsOf(words: readonly Known[]): readonly Replacement[] {
  return words.flatMap((word, at) => {
    if (outputs.test(words[at - 1]?.text ?? "")) return targetsOf(word);
    const value = outputJoined.exec(word.text)?.[1];
    return value === undefined ? [] : placesOf({ ...word, text: value });
  });
}

/** What is fetched under the name it has there may be called anything. */
function fetchedInto(name: string, words: readonly Known[]): readonly Replacement[] {
  const folders = valuesOf(words, /^(?:--output-dir|-P|--directory-prefix)$/, /^(?:--output-dir=|--directory-prefix=|-P)(.+)$/s);
  const named = name === "wget" ? !optionHas(words, "O", /^--output-document/) : optionHas(words, "O", /^--remote-name/, "oHdXTFAeub") || optionHas(words, "J", /^--remote-header-name/, "oHdXTFAeub");
  if (name === "aria2c") return valuesOf(words, /^(?:-d|--dir)$/, /^(?:-d|--dir=)(.+)$/s).flatMap((word) => targetsOf(word, "fills"));
  // `-o '#1.json'`: each name of a list.
  const numbered = words.filter(({ text }) => text.includes("/") && /#\d/.test(text)).flatMap((word) => placesOf({ ...word, text: word.text.slice(0, word.text.lastIndexOf("/")) }, "fills"));
  if (numbered.length > 0) return numbered;
  if (folders.length > 0) return folders.flatMap((word) => targetsOf(word, "fills"));
  return named ? [{ kind: "place", path: ".", action: "fills" }] : [];
}

/** Scripts of `sed` and `awk` that may write: `w file`, `> "file"`. */
function scriptsOf(words: readonly Known[]): readonly Known[] {
  const [first] = operands(words);
  return words.filter((word) => /w|>/i.test(word.text) && !word.text.startsWith("--") && (word === first || word.text.includes(" ") || word.text.startsWith("-")));
}

/** `sed -i`: files whose names are only known when it runs. */
function editedBy(name: string, words: readonly Known[]): readonly Replacement[] {
  const edits = name.endsWith("awk") ? words.some(({ text }) => text === "inplace") : optionHas(words, "i", /^--in-?place/, "efl");
  return edits ? operands(words).filter(({ unknown }) => unknown).flatMap((word) => targetsOf(word)) : [];
}
