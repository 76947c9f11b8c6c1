import { fieldsOf, textIn } from "../../../assistants/hooks/fields.ts";

/** An extension as an editor's list of them (`extensions.json`) names it. */
export interface Listed {
  /** In lower case. */
  readonly id: string;
  readonly version?: string;
  /** Its folder among the extensions, where the list says one. */
  readonly folder?: string;
  /** Installed from a file, past the gallery. */
  readonly fromFile: boolean;
  /** In every profile of the editor. */
  readonly everywhere: boolean;
}

const most = 2000;
const isFolderName = (name: string) => !/[/\\]/.test(name) && name !== "." && name !== "..";

/** The list of extensions of a profile; `undefined`: it is none. */
export function readManifest(value: unknown): readonly Listed[] | undefined {
  if (!Array.isArray(value)) return undefined;
  return value.slice(0, most).flatMap((entry: unknown): readonly Listed[] => {
    const { identifier, metadata, location } = fieldsOf(entry);
    const id = textIn(identifier, "id");
    if (id === undefined) return [];
    const version = textIn(entry, "version");
    // Older lists have only a location, as a text or as an address in parts.
    const path = typeof location === "string" ? location : textIn(location, "path");
    const folder = textIn(entry, "relativeLocation") ?? path?.slice(path.lastIndexOf("/") + 1);
    return [{
      id: id.toLowerCase(), fromFile: textIn(metadata, "source") === "vsix", everywhere: fieldsOf(metadata)["isApplicationScoped"] === true,
      ...(version === undefined ? {} : { version }), ...(folder !== undefined && isFolderName(folder) ? { folder } : {}),
    }];
  });
}

/** `publisher.name-1.2.3`, with a platform behind it where there is one: how an editor calls an extension's folder. */
export function readFolderName(name: string): Listed | undefined {
  const [, id, version] = /^([\w-]+\.[\w-]+?)-(\d+\.\d+\.\d+)(?:-[\w.-]+)?$/.exec(name) ?? [];
  return id === undefined || version === undefined ? undefined : { id: id.toLowerCase(), version, folder: name, fromFile: false, everywhere: false };
}
