import * as vscode from "vscode";
import { findReferenceLanguage } from "../../core/fixes/referenceLanguage.ts";
import { toAdvice } from "./advice.ts";

/** After the server's edit put a reference in a value's place: what the person has to see to. The argument holds names only. */
export function afterReplace(argument: unknown): void {
  const { name, languageId, uri } = (argument ?? {}) as { readonly name?: unknown; readonly languageId?: unknown; readonly uri?: unknown };
  // Shown to people, so nothing but a name of ours gets in, whoever calls.
  if (typeof name !== "string" || !/^[A-Za-z_]\w{0,80}$/.test(name) || typeof languageId !== "string" || typeof uri !== "string") return;
  const note = findReferenceLanguage(languageId, uri)?.note?.(name.replace(/^TF_VAR_/, ""));
  void vscode.window.showInformationMessage(`Gatelodge: set ${name} where this program runs; the value is no longer in this file. ${toAdvice(note)}`);
}
