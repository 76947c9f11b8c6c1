import { toUriPath } from "../core/uriPath.ts";

// The commit message is no file, but assistants are asked in it, and people paste into it.
const withoutFile = new Set(["vscode-scm"]);
// Our own pages, which hold no content.
const ownPages = "gatelodge";

/**
 * Can an assistant complete in a document of this address? Whatever stands for a file or for a new document: the file
 * systems of other extensions too, of which nobody has a list. Only views that are known to show none are left out.
 */
export function isJudged({ scheme }: { readonly scheme: string }): boolean {
  return withoutFile.has(scheme) || (scheme !== ownPages && toUriPath(`${scheme}:/x`).path !== undefined);
}
