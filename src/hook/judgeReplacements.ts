import { basename } from "node:path";
import { asKey, mayGuard } from "../core/hookFiles.ts";
import { patchNames } from "../core/patchNames.ts";
import type { Replacement } from "../core/command/replacement.ts";
import { archiveNames } from "../node/archiveNames.ts";
import { toRealPath } from "../node/pathIdentity.ts";
import { readHeadNow } from "../node/readHeadNow.ts";
import { ask, type Asked, type Call } from "./asked.ts";
import { switchesIn } from "./switchesIn.ts";
import { expandGlob, filesBelow, kindOf, resolvePlace } from "./places.ts";

type Of<Kind extends Replacement["kind"]> = Extract<Replacement, { readonly kind: Kind }>;
type Action = Of<"place">["action"];
/** Where something may come to stand, and why that cannot be told where it cannot. */
interface Places { readonly places: readonly (readonly [path: string, action: Action])[]; readonly open?: readonly [folder: string, why: string] }

const maxEntries = 20_000;
// No system opens a longer one.
const longestPath = 8192;
const headBytes = 2_000_000;

/** Whether a command puts something in the place of what guards the agent. Where only running it could tell, the policy's `otherwise` says, and it is counted. */
export function judgeReplacements(call: Call, replacements: readonly Replacement[], command: string): readonly Asked[] {
  const writesSomewhere = replacements.some(({ kind }) => kind === "unknown");
  const handed = replacements.filter((each): each is Of<"names"> => each.kind === "names" && each.handedOn);
  const named = patchNames(command);
  const distinct = [...new Map(replacements.map((each) => [JSON.stringify(each), each])).values()];
  const found = distinct.map((each): Places => {
    call.checkTime();
    switch (each.kind) {
      case "place": return placeOf(call, each);
      case "copy": return copied(call, each);
      case "archive": return unpacked(call, each);
      case "patch": return patched(call, each, named);
      case "names": return writesSomewhere && each.handedOn ? handedTo(call, each) : { places: [] };
      case "revision": return broughtBack(call, each);
      case "unknown": return each.handed === true && handed.length > 0 ? { places: [] } : { places: [], open: ["", "where the command writes is only known when it runs"] };
    }
  });
  const places = new Map(found.flatMap((each) => each.places).map((place) => [place.join("\0"), place]));
  const forbidden = [...places.values()].flatMap(([path, action]) => judgePlace(call, path, action));
  const open = new Map(found.flatMap((each) => (each.open === undefined ? [] : [each.open])).map(([folder, why]) => [why, folder]));
  return [...forbidden, ...[...open].map(([why, folder]) => judgeOpen(call, folder, why))];
}

const stops = ({ question }: Call) => question.able.filter((effect) => effect !== "redact");
const inFolder = ({ question, home }: Call, path: string) => resolvePlace(path, question.folder ?? home, home);

/** The word may be no file at all: only what guards the agent counts. */
function judgePlace(call: Call, place: string, action: Action): readonly Asked[] {
  call.checkTime();
  if (place.length > longestPath) return [];
  const real = /^[a-zA-Z][\w+.-]+:\/\//.test(place) ? undefined : toRealPath(place) ?? place;
  const request = { channel: "fileWrite", able: stops(call), ...(action === undefined ? {} : { action }) } as const;
  // Most words are no file of anybody's: those cost no more than this.
  if (real !== undefined && call.forbids({ ...request, destination: call.destination, path: { absolute: real, aliases: [place], resolved: true } }) === undefined) return [];
  const path = call.identify(place);
  if (path === undefined) return [];
  const asked = ask(call, { ...request, path }, basename(place));
  return asked.decision.reasons.some(({ rule }) => rule === "self-protection") ? [asked] : [];
}

function judgeOpen(call: Call, folder: string, why: string): Asked {
  const path = folder === "" ? undefined : call.identify(folder);
  return ask(call, { channel: "fileWrite", able: stops(call), undecided: why, ...(path === undefined ? {} : { path }) });
}

function placeOf(call: Call, { path, glob, action }: Of<"place">): Places {
  const place = inFolder(call, path);
  const matched = glob === true ? expandGlob(place, maxEntries).files : [];
  return { places: [place, ...matched].map((each) => [each, action] as const) };
}

/** Files by their names below a folder, as they would stand below others. Only those that could matter are asked about. */
function placedBelow(call: Call, folders: readonly string[], names: readonly string[]): Places["places"] {
  return folders.flatMap((folder) => {
    const real = call.identify(folder)?.absolute ?? folder;
    return names.map((name) => `${real}/${name}`).filter((path) => mayGuard(asKey(path))).map((path) => [path, "removes"] as const);
  });
}

function copied(call: Call, { from, glob, path, deep }: Of<"copy">): Places {
  const [source, target] = [inFolder(call, from), inFolder(call, path)];
  const { files, more } = glob ? expandGlob(source, maxEntries) : { files: [source], more: false };
  const each = files.map((file): Places => {
    call.checkTime();
    const kind = kindOf(file);
    const inside = `${target}/${basename(file)}`;
    if (kind === "file") return { places: placedBelow(call, [target], [basename(file)]) };
    if (kind !== "folder") return { places: [[target, "fills"], ...(/^\.*$/.test(basename(file)) ? [] : [[inside, "removes"] as const])], ...(deep && kindOf(target) === "folder" ? { open: [target, "what is copied is not there yet"] as const } : {}) };
    const below = filesBelow(file, [], maxEntries);
    const names = below.files.map((name) => name.slice(file.replace(/\/+$/, "").length + 1));
    return { places: placedBelow(call, [target, inside], names), ...(below.more ? { open: tooMany(target) } : {}) };
  });
  const places = files.length === 0 ? [[target, "fills"] as const] : each.flatMap((one) => one.places);
  const open = more ? tooMany(target) : each.find((one) => one.open !== undefined)?.open;
  return { places, ...(open === undefined ? {} : { open }) };
}

const tooMany = (folder: string) => [folder, "it copies more files than are looked at"] as const;

/** With all the beginnings that unpacking or patching may take away. */
const endsOf = (name: string): readonly string[] => {
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  return parts.slice(0, 12).map((_, index) => parts.slice(index).join("/"));
};

function unpacked(call: Call, { from, path }: Of<"archive">): Places {
  const target = inFolder(call, path);
  const names = from === undefined ? undefined : archiveNames(inFolder(call, from));
  if (names === undefined) return { places: [[target, "removes"]], open: [target, "what the archive holds is only known when it is unpacked"] };
  return { places: placedBelow(call, [target], [...new Set(names.flatMap(endsOf))]) };
}

/** A patch may also stand in the command that writes it first. */
function patched(call: Call, { from, text, path }: Of<"patch">, inCommand: readonly string[]): Places {
  const target = inFolder(call, path);
  const file = from === undefined ? undefined : readHeadNow(inFolder(call, from), headBytes);
  const names = [...[file ?? "", text ?? ""].flatMap((each) => patchNames(each)), ...inCommand];
  const places = placedBelow(call, [target], [...new Set(names.flatMap(endsOf))]);
  const known = names.length > 0 && (file?.length ?? 0) < headBytes;
  return known ? { places } : { places: [...places, [target, "fills"]], open: [target, "what the patch changes is only known when it is applied"] };
}

function broughtBack(call: Call, { path, revisions }: Of<"revision">): Places {
  const folder = inFolder(call, path);
  const switches = switchesIn(call, folder, revisions);
  return switches === undefined ? { places: [], open: [folder, "what git brings back is only known when it runs"] } : { places: switches.map((file) => [file, undefined] as const) };
}

function handedTo(call: Call, { path, glob, names, without, plainOnly, holding, passing = [] }: Of<"names">): Places {
  const place = inFolder(call, path);
  const roots = glob ? expandGlob(place, maxEntries).files : [place];
  const below = roots.map((root) => {
    const real = call.identify(root)?.absolute ?? root;
    const { files, more } = kindOf(real) === "folder" ? filesBelow(real, names, maxEntries, { without, plainOnly }) : { files: [real], more: false };
    return { more, files: files.filter((file) => mayGuard(asKey(file)) && passing.every((each) => passes([file, root + file.slice(real.length)], file.slice(real.length + 1), each))) };
  });
  const files = below.flatMap((each) => each.files);
  const holders = files.filter((file) => holding === undefined || readHeadNow(file, headBytes)?.includes(holding) !== false);
  return { places: holders.map((file) => [file, undefined] as const), ...(below.some(({ more }) => more) ? { open: [place, "it writes to more files than are looked at"] as const } : {}) };
}

/** How a file is printed is not known to the letter, so that what keeps it must be in the whole of its path, and what leaves it out in the part that surely is. */
function passes(whole: readonly string[], below: string, { texts, atEnd, inverted }: NonNullable<Of<"names">["passing"]>[number]): boolean {
  const holds = (inverted ? [below] : whole).some((printed) => texts.some((text) => {
    const plain = text.replace(/^\^/, "");
    return (atEnd ? printed.endsWith(plain) : printed.includes(plain)) && (!inverted || plain === text || printed.startsWith(plain));
  }));
  return holds !== inverted;
}
