import { join } from "node:path";
import { fieldsOf, textIn } from "../../../assistants/hooks/fields.ts";
import { readConfig } from "../readConfig.ts";
import type { ToolPlaces } from "../toolFound.ts";
import { knownEditors, type KnownEditor } from "./knownEditors.ts";

/** An editor that has been used by this person. */
export interface EditorPlace {
  readonly editor: KnownEditor;
  readonly extensions: string;
  /** Settings of its default profile. */
  readonly user: string;
  readonly profiles: readonly Profile[];
}

export interface Profile {
  readonly name: string;
  readonly folder: string;
}

const mostProfiles = 50;

/** The editors of this home that have a folder for extensions or for settings. */
export async function findEditors(places: ToolPlaces): Promise<readonly EditorPlace[]> {
  const found = await Promise.all(knownEditors.map(async (editor): Promise<readonly EditorPlace[]> => {
    const extensions = join(places.home, editor.folder, "extensions");
    const user = join(dataFolder(places, editor), "User");
    const [inside, settings] = await Promise.all([places.disk.list(extensions, extensions), places.disk.list(user, user)]);
    return inside.length === 0 && settings.length === 0 ? [] : [{ editor, extensions, user, profiles: await readProfiles(places, user) }];
  }));
  return found.flat();
}

function dataFolder({ platform, home }: ToolPlaces, { data }: KnownEditor): string {
  if (typeof data !== "string") return join(home, data.inHome);
  if (platform === "darwin") return join(home, "Library", "Application Support", data);
  return platform === "win32" ? join(home, "AppData", "Roaming", data) : join(home, ".config", data);
}

/** `profiles/<location>`; what a person calls them stands in `globalStorage/storage.json`. */
async function readProfiles({ disk }: ToolPlaces, user: string): Promise<readonly Profile[]> {
  const folders = (await disk.list(join(user, "profiles"), user)).filter(({ kind }) => kind === "folder").slice(0, mostProfiles);
  if (folders.length === 0) return [];
  const storage = await disk.read(join(user, "globalStorage", "storage.json"), user);
  const listed: unknown = storage.kind === "text" ? fieldsOf(readConfig(storage.text, "json").value)["userDataProfiles"] : undefined;
  const names = new Map((Array.isArray(listed) ? listed : []).map((profile: unknown) => [textIn(profile, "location"), textIn(profile, "name")]));
  return folders.map(({ name }) => ({ name: names.get(name) ?? name, folder: join(user, "profiles", name) }));
}
