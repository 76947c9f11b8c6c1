import { accessSync, constants, lstatSync, readdirSync, statSync, type Dirent } from "node:fs";
import { isAbsolute, join } from "node:path";
import { matchesName } from "../core/policy/policy.ts";
import { readHeadNow } from "../node/readHeadNow.ts";

/** What an assistant's word means as a place: a URI as it is, `~` as the home, all else below its folder. */
export function resolvePlace(path: string, folder: string, home: string): string {
  if (/^[a-zA-Z][\w+.-]+:\/\//.test(path)) return path;
  if (path === "~" || path.startsWith("~/")) return join(home, path.slice(1));
  return isAbsolute(path) || /^(?:[a-zA-Z]:[\\/]|\\\\)/.test(path) ? path : join(folder, path);
}

/** What stands at a place; a place that nobody can look at is none. */
export function kindOf(place: string): "file" | "folder" | "other" | undefined {
  try {
    const stat = statSync(place.startsWith("file://") ? new URL(place) : place, { throwIfNoEntry: false });
    return stat === undefined ? undefined : stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "other";
  } catch {
    return undefined; // no name a disk could hold, or closed to this user and so to the agent
  }
}

/** Whether what is written there has this one name: nothing is there yet, or a file without any link to it. */
export function standsAlone(place: string): boolean {
  try {
    const stat = lstatSync(place, { throwIfNoEntry: false });
    return stat === undefined || (stat.isFile() && stat.nlink === 1);
  } catch {
    return false; // nobody can look
  }
}

interface Leaves { readonly without: readonly string[]; readonly plainOnly: boolean }

/** Where capitals are in it, nobody says whether the search minds them: then it is looked at. */
const leavesOut = ({ without, plainOnly }: Leaves, name: string) => (plainOnly && name.startsWith(".")) || (name === name.toLowerCase() && without.some((each) => each === each.toLowerCase() && matchesName(each, name)));

/** Files below a folder whose base names match; `more`: there are too many to say. */
export function filesBelow(folder: string, names: readonly string[], maxEntries: number, leaves: Leaves = { without: [], plainOnly: false }): { readonly files: readonly string[]; readonly more: boolean } {
  const files: string[] = [];
  const open = [folder];
  let left = maxEntries;
  for (let next = open.pop(); next !== undefined && left > 0; next = open.pop()) {
    for (const entry of entriesOf(next)) {
      left -= 1;
      if (leavesOut(leaves, entry.name)) continue;
      if (entry.isDirectory()) {
        // Packages and git's own objects: nothing there is anybody's own.
        if (entry.name !== ".git" && entry.name !== "node_modules") open.push(join(next, entry.name));
      } else if (names.length === 0 || names.some((name) => matchesName(name, entry.name) || /[?[]/.test(name))) files.push(join(next, entry.name));
    }
  }
  return { files, more: left <= 0 };
}

/** What a shell's glob stands for, one folder after the other. `*` does not match a leading dot, as in the shell, unless that was changed (`dots`). */
export function expandGlob(place: string, maxEntries: number, dots = false): { readonly files: readonly string[]; readonly more: boolean } {
  const segments = place.split("/");
  let left = maxEntries;
  let found: readonly string[] = [segments[0] === "" ? "/" : (segments[0] ?? ".")];
  for (const segment of segments.slice(1)) {
    if (segment === "") continue;
    if (segment === "**") {
      const below = found.map((folder) => filesBelow(folder, [segments.at(-1) ?? "*"], left));
      return { files: below.flatMap(({ files }) => files), more: below.some(({ more }) => more) };
    }
    found = found.flatMap((folder) => (/[*?[]/.test(segment) ? entriesOf(folder).filter(({ name }) => {
      left -= 1;
      return left > 0 && segmentMatches(segment, name, dots);
    }).map(({ name }) => join(folder, name)) : [join(folder, segment)]));
  }
  return { files: found, more: left <= 0 };
}

/** `?` and brackets count as any run of characters: more files are looked at than meant, never fewer. */
function segmentMatches(segment: string, name: string, dots: boolean): boolean {
  if (!dots && name.startsWith(".") && /^[*]/.test(segment)) return false;
  return matchesName(segment.replace(/\[[^\]]*\]?|\?/g, "*"), name);
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // no folder, or closed to this user and so to the agent
  }
}

// Larger files, and more of them, are taken to hold anything.
const longestLooked = 4_000_000;
const maxReadable = 5000;

/** false: a file surely holds none of the texts, in whatever capitals. */
export function mayHold(file: string, texts: readonly string[]): boolean {
  const text = readHeadNow(file, longestLooked);
  if (text === undefined || text.length >= longestLooked || text.includes("\0")) return true;
  const plain = text.toLowerCase();
  return texts.some((wanted) => plain.includes(wanted));
}

/** Whether what a word stands for is there and can be read: one file, or where a folder will do all below it. */
export function isReadable(place: string, glob: boolean, deep: boolean): boolean {
  const places = glob ? expandGlob(place, maxReadable).files : [place];
  return places.length > 0 && places.every((each) => {
    const kind = kindOf(each);
    if (kind !== "folder") return kind === "file" && canRead(each);
    const { files, more } = deep ? filesBelow(each, [], maxReadable) : { files: [], more: true };
    return !more && files.every((file) => canRead(file));
  });
}

function canRead(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return kindOf(file) === undefined; // a link to nothing is passed over
  }
}
