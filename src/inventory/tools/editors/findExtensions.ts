import { join } from "node:path";
import { largestOwn } from "../disk.ts";
import { readConfig } from "../readConfig.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { describeExtension, hasSign, type Described } from "./contributions.ts";
import type { EditorPlace } from "./editorPlaces.ts";
import { impersonated } from "./impersonation.ts";
import { knownExtensions } from "./knownExtensions.ts";
import { readFolderName, readManifest, type Listed } from "./readManifest.ts";

/** The extension that guards an editor: this one. */
const ours = "gatelodge.gatelodge";

interface Group { readonly profile?: string; readonly listed: readonly Listed[] }

/** The AI extensions of one editor in all its profiles, and which of these have no Gatelodge. */
export async function findExtensions(places: ToolPlaces, place: EditorPlace): Promise<readonly ToolFound[]> {
  const [main, ...others] = await Promise.all([
    readList(places, join(place.extensions, "extensions.json"), place.extensions),
    ...place.profiles.map(({ folder }) => readList(places, join(folder, "extensions.json"), place.user)),
  ]);
  const groups: readonly Group[] = [{ listed: main.listed ?? await listFolders(places, place.extensions) }, ...others.flatMap(({ listed }, index) => (listed === undefined ? [] : [{ listed, profile: place.profiles[index]?.name ?? "" }]))];
  const everywhere = groups[0]?.listed.filter((listed) => listed.everywhere) ?? [];
  const found = await Promise.all([...merge(groups).values()].map((extension) => describe(places, place, extension)));
  return [...groups.map((group) => toEditor(places, place, group, everywhere)), ...found.flat(), ...[main, ...others].flatMap(({ unreadable }) => unreadable ?? [])];
}

interface List { readonly listed?: readonly Listed[]; readonly unreadable?: ToolFound }

async function readList(places: ToolPlaces, file: string, within: string): Promise<List> {
  const read = await places.disk.read(file, within, largestOwn);
  if (read.kind === "absent") return {};
  const listed = read.kind === "text" ? readManifest(readConfig(read.text, "json").value) : undefined;
  if (listed !== undefined) return { listed };
  return { unreadable: { kind: "unreadable", name: "list of extensions", place: shownPlace(places, file), evidence: [], risks: [read.kind === "refused" ? read.why : "it is not what an editor writes"] } };
}

/** Where an editor has no list (yet), it takes what is in the folder. */
async function listFolders({ disk }: ToolPlaces, extensions: string): Promise<readonly Listed[]> {
  return (await disk.list(extensions, extensions)).filter(({ kind }) => kind === "folder").flatMap(({ name }) => readFolderName(name) ?? []);
}

interface Installed extends Listed { readonly profiles: readonly string[] }

function merge(groups: readonly Group[]): ReadonlyMap<string, Installed> {
  const merged = new Map<string, Installed>();
  for (const { listed, profile } of groups) {
    for (const extension of listed) {
      const key = `${extension.id} ${extension.version ?? ""}`;
      const profiles = [...(merged.get(key)?.profiles ?? []), ...(profile === undefined ? [] : [profile])];
      merged.set(key, { ...extension, profiles });
    }
  }
  return merged;
}

function toEditor(places: ToolPlaces, { editor, extensions }: EditorPlace, { profile, listed }: Group, everywhere: readonly Listed[]): ToolFound {
  const guarded = [...listed, ...everywhere].some(({ id }) => id === ours);
  return {
    kind: "editor", name: profile === undefined ? editor.name : `${editor.name}, profile ${shownName(profile)}`, place: shownPlace(places, extensions),
    ...(editor.assistant === undefined ? {} : { assistant: editor.assistant }),
    evidence: [`has ${listed.length} extensions`, ...(editor.assistant === undefined ? [] : ["has an assistant built in"])],
    risks: guarded ? [] : ["unguarded: Gatelodge is not installed in it"],
  };
}

async function describe(places: ToolPlaces, { editor, extensions }: EditorPlace, extension: Installed): Promise<readonly ToolFound[]> {
  const { id, folder, version, fromFile, profiles } = extension;
  const known = knownExtensions.get(id);
  const described = known !== undefined || folder === undefined || id === ours ? undefined : await readDescription(places, extensions, folder);
  const like = known === undefined ? impersonated(id, described?.name) : undefined;
  if (known === undefined && like === undefined && (described?.evidence ?? []).length === 0) return [];
  const shown = version ?? described?.version;
  return [{
    kind: "extension", name: shownName(known?.name ?? described?.name ?? id), id: shownName(id), registry: "gallery", place: shownPlace(places, join(extensions, folder ?? "")),
    ...(known?.assistant === undefined ? {} : { assistant: known.assistant }), ...(shown === undefined ? {} : { version: shownName(shown) }),
    evidence: [`installed in ${editor.name}`, ...profiles.map((profile) => `in its profile ${shownName(profile)}`), ...(known === undefined ? ["not in our catalogue"] : []), ...(described?.evidence ?? []), ...(fromFile ? ["installed from a file, past the gallery"] : [])],
    risks: [...(like === undefined ? [] : [`called like ${like}, but published by another`]), ...(described?.risks ?? [])],
  }];
}

async function readDescription({ disk }: ToolPlaces, extensions: string, folder: string): Promise<Described | undefined> {
  const read = await disk.read(join(extensions, folder, "package.json"), extensions, largestOwn);
  return read.kind === "text" && hasSign(read.text) ? describeExtension(readConfig(read.text, "json").value) : undefined;
}
