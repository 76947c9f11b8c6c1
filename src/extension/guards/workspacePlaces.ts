import type { Request } from "../../core/request.ts";
import type { Parts } from "../parts.ts";

/** Where a text without a file of its own may belong: every workspace folder, each with a policy of its own. Never empty. */
export function workspacePlaces(workspaceFolders: readonly { readonly uri: { readonly toString: () => string } }[] | undefined, { identify }: Pick<Parts, "identify">): readonly Pick<Request, "folder">[] {
  const folders = (workspaceFolders ?? []).flatMap(({ uri }) => identify(uri.toString())?.absolute ?? []);
  return folders.length === 0 ? [{}] : [...new Set(folders)].map((folder) => ({ folder }));
}
