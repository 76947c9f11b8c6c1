import * as vscode from "vscode";
import { destinationKinds } from "../../core/request.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { Parts } from "../parts.ts";
import type { PolicyChanges } from "../policyChanges.ts";
import { readSetting } from "../settings.ts";
import { toMark } from "./fileMark.ts";

const schemes = new Set(["file", "vscode-remote", "vscode-vfs"]);

/**
 * Marks classified files in the explorer and in tabs. By path alone and for an assistant that nobody knows: the explorer
 * asks for every row it shows, and what a file's text or a named assistant adds is the status bar's to say.
 */
export function registerDecorations(parts: Parts, documents: JudgedDocuments, policies: PolicyChanges): vscode.Disposable {
  const changed = new vscode.EventEmitter<undefined>();
  const all = () => changed.fire(undefined);
  return vscode.Disposable.from(
    changed,
    policies.event(all),
    documents.onDidChange((uri) => (uri === undefined ? all() : undefined)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("gatelodge.decorations")) all();
    }),
    vscode.window.registerFileDecorationProvider({
      onDidChangeFileDecorations: changed.event,
      provideFileDecoration: (uri) => (schemes.has(uri.scheme) && readSetting("decorations") ? decorate(parts, uri) : undefined),
    }),
  );
}

function decorate(parts: Parts, uri: vscode.Uri): vscode.FileDecoration | undefined {
  const path = parts.identify(uri.toString());
  if (path === undefined) return undefined;
  const decisions = destinationKinds.map((kind) => ({ kind, decision: parts.gate.preview({ channel: "completion", destination: { assistant: "unknown", kind }, path, able: ["allow", "block"], findings: [] }) }));
  const mark = toMark(decisions);
  return mark === undefined ? undefined : new vscode.FileDecoration(mark.badge, mark.tooltip, new vscode.ThemeColor("gatelodge.restricted"));
}
