import { placesOf } from "./places.ts";
import type { Replacement } from "./replacement.ts";
import type { Known } from "./words.ts";

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));
/** By their names, with the short ones of PowerShell and of cmd. */
const copies = names("copy-item cpi cp copy xcopy robocopy move-item mi mv move");
const takesAway = names("move-item mi mv move rename-item rni ren rename remove-item ri rm rmdir rd del erase mklink new-item ni set-acl icacls attrib takeown clear-content clc compress-archive");
const unpacks = names("expand-archive tar bsdtar 7z unzip");
const writes = names("set-content sc add-content ac out-file tee tee-object export-csv export-clixml set-item si invoke-webrequest iwr curl wget irm invoke-restmethod start-bitstransfer git patch python python3 node");
const maxWords = 60;

/** What PowerShell or cmd may put in the place of something: its words are not taken apart by their grammar, so each may be what a verb among them is about. */
export function foreignReplacements(all: readonly string[]): readonly Replacement[] {
  const has = (verbs: ReadonlySet<string>) => all.some((word) => verbs.has(verbOf(word)));
  const words = all.filter((word) => !/^[-/][a-zA-Z]*:?$/.test(word) && !isVerb(word)).map((word) => word.replace(/^-[a-zA-Z]+:/, "").replaceAll("\\", "/")).slice(0, maxWords);
  if (![copies, takesAway, unpacks, writes].some(has)) return [];
  // `Join-Path $HOME .claude settings.json`.
  const joined = words.flatMap((_, at) => [2, 3].map((length) => words.slice(at, at + length).join("/")));
  return [
    ...joined.flatMap((text) => placesOf(toWord(text), has(takesAway) ? "removes" : undefined)),
    ...(has(takesAway) ? words.flatMap((text) => placesOf(toWord(text), "removes")) : []),
    ...(has(copies) ? words.flatMap((path, at) => words.slice(0, at).map((from): Replacement => ({ kind: "copy", path, from, glob: /[*?]/.test(from), deep: false }))) : []),
    ...(has(unpacks) ? ["."].concat(words).flatMap((path) => archives(words).map((from): Replacement => ({ kind: "archive", path, from }))) : []),
  ];
}

const toWord = (text: string): Known => ({ text, unknown: false, glob: /[*?[]/.test(text) });
const verbOf = (word: string) => word.toLowerCase().replace(/^.*[\\/]/, "").replace(/\.exe$/, "");
const isVerb = (word: string) => [copies, takesAway, unpacks, writes].some((verbs) => verbs.has(verbOf(word)));
const archives = (words: readonly string[]) => words.filter((word) => /\.(?:zip|tar|tgz|7z|gz)$/i.test(word));
