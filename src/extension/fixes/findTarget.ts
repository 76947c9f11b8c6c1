import * as vscode from "vscode";
import type { Finding } from "../../core/request.ts";
import type { FixTarget } from "../../core/wire.ts";
import type { LanguageServer } from "../languageClient.ts";

export interface Target {
  readonly document: vscode.TextDocument;
  readonly finding: Finding;
  readonly findings: readonly Finding[];
}

/**
 * The document and finding a fix is about: as its command says, or at the cursor when it is called by name. Only what the
 * server found at this very version: a command's argument can come from anybody and points at nothing else.
 */
export function findTarget(server: LanguageServer, argument: unknown): Target | undefined {
  const target = isFixTarget(argument) ? argument : undefined;
  const editor = vscode.window.activeTextEditor;
  const document = target === undefined ? editor?.document : vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === target.uri);
  if (document === undefined || (target !== undefined && target.version !== document.version)) return undefined;
  const report = server.report(document.uri);
  if (report?.version !== document.version) return undefined;
  const cursor = editor === undefined ? -1 : document.offsetAt(editor.selection.active);
  const finding = report.findings.find(({ start, end }) => (target === undefined ? start <= cursor && cursor <= end : start === target.start && end === target.end));
  return finding === undefined ? undefined : { document, finding, findings: report.findings };
}

function isFixTarget(value: unknown): value is FixTarget {
  const target = value as Partial<FixTarget> | null | undefined;
  return typeof target === "object" && target !== null && typeof target.uri === "string" && typeof target.version === "number" && typeof target.start === "number" && typeof target.end === "number";
}

export const noTarget = "Gatelodge: there is no finding here, or the document changed since. Try again in a moment.";
