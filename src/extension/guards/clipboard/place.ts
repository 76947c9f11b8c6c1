import * as vscode from "vscode";
import { markerWindow } from "../../../core/classify.ts";
import type { PathIdentity } from "../../../core/request.ts";
import type { PolicyInForce } from "../../../node/policyStore.ts";
import type { Parts } from "../../parts.ts";
import { workspacePlaces } from "../workspacePlaces.ts";

/** Where a document stands for the policy: its file, or the workspace it belongs to when it is none (prompt, new document). */
export interface Place {
  readonly path?: PathIdentity;
  readonly folder?: string;
  readonly inForce: PolicyInForce;
}

/** Its file's place, or one for each workspace folder: any of them may be what it is about, so the strictest decides. Never empty. */
export function placesOf(parts: Pick<Parts, "identify" | "policies">, { uri }: Pick<vscode.TextDocument, "uri">): readonly Place[] {
  const path = parts.identify(uri.toString());
  if (path !== undefined) return [{ path, inForce: parts.policies.current(path) }];
  return workspacePlaces(vscode.workspace.workspaceFolders, parts).map((place) => ({ ...place, inForce: parts.policies.current(place.folder === undefined ? undefined : { folder: place.folder }) }));
}

/** The part of a place that goes into a request. */
export function toRequestPlace({ path, folder }: Place): { readonly path?: PathIdentity; readonly folder?: string } {
  return { ...(path === undefined ? {} : { path }), ...(folder === undefined ? {} : { folder }) };
}

export const headOf = (document: vscode.TextDocument): string => document.getText(new vscode.Range(document.positionAt(0), document.positionAt(markerWindow)));

/** A document's label by path and head. `inserted` is looked at as if it stood there already. */
export function labelOf({ path, inForce }: Place, document: vscode.TextDocument, inserted?: { readonly at: vscode.Range; readonly text: string }): string {
  const head = headOf(document);
  if (inserted === undefined) return inForce.classify(path, head).label;
  const start = document.offsetAt(inserted.at.start);
  const after = head.slice(Math.max(start, document.offsetAt(inserted.at.end)));
  return inForce.classify(path, start < markerWindow ? head.slice(0, start) + inserted.text + after : head).label;
}
