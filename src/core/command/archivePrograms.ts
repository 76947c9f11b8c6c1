import type { TreeRead } from "./commandEffects.ts";
import { never, operands, optionHas } from "./operands.ts";
import { placesIn, placesOf, targetsOf } from "./places.ts";
import type { Replacement } from "./replacement.ts";
import type { Input } from "./replacingPrograms.ts";
import type { Known } from "./words.ts";

/** What unpacks archives or applies patches; `undefined`: the program is none of these. */
export function archivesOf(name: string, words: readonly Known[], given: Input): readonly Replacement[] | undefined {
  switch (name) {
    case "tar": case "gtar": case "bsdtar": return tarOf(words, given);
    case "unzip": return optionHas(words, "l", never, "dx") || optionHas(words, "p", never, "dx") || optionHas(words, "t", never, "dx") || optionHas(words, "v", never, "dx") ? [] : unpacks(operands(words).filter((_, index) => index === 0), valuesOf(words, /^-d$/, /^-d(.+)$/s), given);
    case "7z": case "7za": case "7zz": case "7zr": return /^[xe]$/.test(words[0]?.text ?? "") ? unpacks(operands(words).slice(1, 2), valuesOf(words, never, /^-o(.+)$/s), given) : operands(words).slice(1).flatMap((word) => placesOf(word));
    case "unrar": case "unar": return unpacks(operands(words).slice(1, 2), operands(words).slice(2), given);
    case "jar": return words.some(({ text }) => /^-?x|^--extract/.test(text)) ? unpacks(operands(words).slice(1, 2), valuesOf(words, /^-C$/, /^-C(.+)$/s), given) : words.flatMap((word) => placesIn(word));
    case "cpio": return optionHas(words, "i", /^--extract$|^--pass-through$/) || optionHas(words, "p", never) ? unpacks([], [...valuesOf(words, /^-D$/, /^--directory=(.+)$/s), ...(optionHas(words, "p", never) ? operands(words) : [])], given) : [];
    case "pax": return optionHas(words, "r", never) ? unpacks(valuesOf(words, /^-f$/, never), [], given) : [];
    case "ar": return unpacks(operands(words).slice(1, 2), [], given);
    case "patch": return patchesOf(words, given);
    case "apply_patch": case "applypatch": return [{ kind: "patch", path: ".", text: given.document ?? operands(words).map(({ text }) => text).join("\n") }];
    case "at": case "batch": case "crontab": return placesIn({ text: given.document ?? "", unknown: false, glob: false });
    default: return undefined;
  }
}

const here: Known = { text: ".", unknown: false, glob: false };

/** Letters may come without a dash (`tar czf a.tgz src`), their values behind them. */
function readTar(words: readonly Known[]) {
  const [first] = words;
  const bundled = first !== undefined && /^[a-zA-Z]+$/.test(first.text);
  const has = (wanted: string, long: RegExp) => (bundled && first.text.includes(wanted)) || optionHas(words, wanted, long, "fC");
  const files = [...(bundled && first.text.includes("f") ? words.slice(1, 2) : []), ...valuesOf(words, /^(?:-[a-zA-Z]*f|--file)$/, /^--file=(.+)$/s)];
  return { has, files, behind: bundled ? words.slice(1) : words };
}

/** What `tar` packs into its output, without a file of its own: `tar cf - src`, `tar c src`. */
export function packedByTar(words: readonly Known[]): readonly TreeRead[] {
  const { has, files, behind } = readTar(words);
  if (!has("c", /^--create$/) || files.some(({ text }) => text !== "-")) return [];
  const folder = valuesOf(behind, /^(?:-[a-zA-Z]*C|--directory)$/, /^(?:-C|--directory=)(.+)$/s).at(-1)?.text;
  const taken = (at: number) => /^(?:-[a-zA-Z]*[CTX]|--directory|--exclude|--exclude-from|--files-from|--transform)$/.test(behind[at - 1]?.text ?? "");
  return operands(behind.filter((_, at) => !taken(at))).filter(({ unknown }) => !unknown).map(({ text, glob }) => ({ path: folder === undefined || text.startsWith("/") ? text : `${folder}/${text}`, named: false, names: [], packed: true, ...(glob ? { glob } : {}) }));
}

function tarOf(words: readonly Known[], given: Input): readonly Replacement[] {
  const { has: letter, files } = readTar(words);
  // What is packed is only read.
  if (!letter("x", /^--extract$|^--get$/)) return [...files.flatMap((word) => targetsOf(word)), ...(words.some(({ text }) => text === "--remove-files") ? operands(words).flatMap((word) => placesOf(word, "removes")) : [])];
  return unpacks(files, valuesOf(words, /^(?:-[a-zA-Z]*C|--directory)$/, /^(?:-C|--directory=|--one-top-level=)(.+)$/s), given);
}

/** In each of the folders; without one it is the working folder. */
function unpacks(archives: readonly Known[], folders: readonly Known[], { input }: Input): readonly Replacement[] {
  const [from, more] = [...archives, ...(input === undefined ? [] : [input])].filter(({ text }) => text !== "-");
  // Of several nobody says which it is.
  const known = from !== undefined && more === undefined && !from.unknown && !from.glob;
  return (folders.length === 0 ? [here] : folders).flatMap((folder): readonly Replacement[] => (folder.text === "" ? [{ kind: "unknown" }] : [{ kind: "archive", path: folder.text, ...(known ? { from: from.text } : {}) }, ...placesOf(folder).filter(({ path }) => path !== folder.text)]));
}

/** `patch -d folder -i file`, `patch < file`, `patch original file`: what it is told to patch, and what the patch itself names. */
function patchesOf(words: readonly Known[], given: Input): readonly Replacement[] {
  const folders = valuesOf(words, /^(?:-d|--directory)$/, /^(?:-d|--directory=)(.+)$/s);
  const named = valuesOf(words, /^(?:-i|--input)$/, /^(?:-i|--input=)(.+)$/s);
  const taken = new Set([...folders, ...named]);
  const files = operands(words).filter((word) => !taken.has(word));
  return [...words.flatMap((word) => placesIn(word)), ...(folders.length === 0 ? [here] : folders).flatMap((folder) => patchesIn(folder, [...named, ...files.slice(1, 2)], given))];
}

/** Patches that are applied in a folder, each from where it comes. */
export function patchesIn({ text }: Known, files: readonly Known[], { document, input }: Input): readonly Replacement[] {
  const path = text === "" ? "." : text;
  const from = [...files, ...(input === undefined ? [] : [input])].filter((file) => file.text !== "-");
  if (from.length === 0) return [{ kind: "patch", path, ...(document === undefined ? {} : { text: document }) }];
  return from.map((file) => ({ kind: "patch", path, ...(file.unknown ? {} : { from: file.text }), ...(document === undefined ? {} : { text: document }) }));
}

/** What stands behind an option, or in one word with it. */
export function valuesOf(words: readonly Known[], option: RegExp, joined: RegExp): readonly Known[] {
  return words.flatMap((word, at) => {
    if (option.test(words[at - 1]?.text ?? "")) return [word];
    const value = joined.exec(word.text)?.[1];
    return value === undefined ? [] : [{ ...word, text: value }];
  });
}
