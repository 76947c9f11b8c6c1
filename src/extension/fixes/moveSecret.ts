import { join } from "node:path";
import * as vscode from "vscode";
import { findReferenceFix } from "../../core/fixes/referenceFix.ts";
import type { LanguageServer } from "../languageClient.ts";
import type { Parts } from "../parts.ts";
import { addVariable } from "./environmentFile.ts";
import { findTarget, noTarget, type Target } from "./findTarget.ts";
import { isSafelyIgnored } from "./gitIgnored.ts";
import { toAdvice } from "./advice.ts";

const refuse = (why: string) => void vscode.window.showWarningMessage(`Gatelodge: the value was not moved: ${why}.`);

/** Moves a secret literal to `.env` at the repository's root and puts a reference in its place. The value is read here and goes nowhere else. */
export async function moveSecret({ identify }: Pick<Parts, "identify">, server: LanguageServer, home: string, argument: unknown): Promise<void> {
  const target = findTarget(server, argument);
  if (target === undefined) return void vscode.window.showWarningMessage(noTarget);
  const { document } = target;
  const { version } = document;
  const fix = fixOf(target);
  if (fix === undefined || !fix.literal.plain) return refuse(fix === undefined ? "it is only a part of a string, or this language has no environment" : "it is written with escapes");
  const repository = document.uri.scheme === "file" ? identify(document.uri.toString())?.repository : undefined;
  if (repository === undefined) return refuse("this file is in no repository");
  const file = join(repository, ".env");
  if (vscode.workspace.textDocuments.some(({ uri, isDirty }) => isDirty && uri.fsPath === vscode.Uri.file(file).fsPath)) return refuse(".env is open and not saved");
  const ignored = await isSafelyIgnored(repository, ".env", home);
  if (!ignored.ok) return refuse(ignored.why);
  if (document.version !== version) return refuse("the document changed meanwhile");
  const variable = fix.language.variable ?? ((name: string) => name);
  const added = addVariable(file, variable(fix.name), document.getText().slice(fix.literal.valueStart, fix.literal.valueEnd));
  if (!added.ok) return refuse(added.why);
  if (!await replace(target, referredName(added.name, variable(fix.name), fix.name))) {
    added.undo();
    return refuse("the document could not be edited");
  }
  await vscode.window.showInformationMessage(`Gatelodge: moved to .env as ${added.name}. ${toAdvice(fix.language.note?.(fix.name))}`);
}

const fixOf = ({ document, finding, findings }: Target) => findReferenceFix({ text: document.getText(), languageId: document.languageId, uri: document.uri.toString() }, finding, findings);

/** A name that was taken got a number at its end; the reference gets the same. */
const referredName = (added: string, wanted: string, name: string) => `${name}${added.slice(wanted.length)}`;

async function replace(target: Target, name: string): Promise<boolean> {
  const fix = fixOf(target);
  if (fix === undefined) return false;
  const { document } = target;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(fix.literal.start), document.positionAt(fix.literal.end)), fix.language.refer(name));
  return vscode.workspace.applyEdit(edit);
}
