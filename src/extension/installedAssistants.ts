import * as vscode from "vscode";
import { findByExtension, knownAssistants } from "../assistants/known.ts";
import type { Destination } from "../core/request.ts";

/** Somewhere completions of this editor could go, with the provider groups that would have to be silent. */
export interface InstalledAssistant extends Destination {
  readonly name: string;
  readonly completionGroups: readonly string[];
}

/**
 * Every destination completions of this window could reach: known assistants that are installed or built into this
 * editor, and every other extension that is not part of the editor, since any of them may offer completions. A
 * provider's group is its extension's id unless it says otherwise (VS Code 1.139, measured).
 */
export function installedAssistants(ownId: string): readonly InstalledAssistant[] {
  const builtIn = knownAssistants.filter(({ editors }) => editors?.includes(vscode.env.appName)).map(({ id, name, kind, completionGroups }) => ({ assistant: id, name, kind, completionGroups: completionGroups ?? [] }));
  const extensions = vscode.extensions.all.filter(({ id, packageJSON }) => id.toLowerCase() !== ownId && (packageJSON.isBuiltin !== true || findByExtension(id) !== undefined));
  return [...builtIn, ...extensions.map(({ id, packageJSON }): InstalledAssistant => {
    const known = findByExtension(id);
    if (known === undefined) return { assistant: id.toLowerCase(), name: String(packageJSON.displayName ?? id), kind: "unknown", completionGroups: [id] };
    return { assistant: known.id, name: known.name, kind: known.kind, completionGroups: [...(known.completionGroups ?? []), id] };
  })];
}

/**
 * What may be here without our seeing it: an assistant of a fork, one whose extension runs on the other side of a remote
 * connection, one that is installed in the next minute. All the groups we know but cannot place are its.
 */
export function toUnseen(seen: readonly InstalledAssistant[]): InstalledAssistant {
  const placed = new Set(seen.flatMap(({ completionGroups }) => completionGroups));
  const known = knownAssistants.flatMap(({ completionGroups, extensions }) => [...(completionGroups ?? []), ...(extensions ?? [])]);
  return { assistant: "unknown", name: "other assistants", kind: "unknown", completionGroups: known.filter((group) => !placed.has(group)) };
}
