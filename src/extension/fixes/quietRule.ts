import * as vscode from "vscode";
import type { Finding } from "../../core/request.ts";
import { addQuietRule } from "../../node/quietRule.ts";
import type { LanguageServer } from "../languageClient.ts";
import type { Parts } from "../parts.ts";
import { findTarget, noTarget } from "./findTarget.ts";

/**
 * Turns a detector down, with a reason, in the repository's or the person's own policy file: what it finds becomes a hint.
 * What assistants may see stays as it is, so a dialog that another program could answer gains it nothing.
 */
export async function quietRule({ policies, identify, locations }: Pick<Parts, "policies" | "identify" | "locations">, server: LanguageServer, argument: unknown): Promise<void> {
  const target = findTarget(server, argument);
  if (target === undefined) return void vscode.window.showWarningMessage(noTarget);
  const { finding, document } = target;
  const path = identify(document.uri.toString());
  if (!policies.current(path).policy.silence.rules.shown.includes(finding.tier)) return void vscode.window.showWarningMessage(`Gatelodge: the policy does not let a rule be turned down for what is ${finding.tier}.`);
  const file = await pickFile(finding, path?.repository, locations.userPolicy);
  if (file === undefined) return;
  const reason = await vscode.window.showInputBox({ title: `Why is what ${finding.detector} finds no problem here?`, prompt: "Kept in the policy file.", ignoreFocusOut: true, validateInput: (value) => (value.trim().length < 5 ? "A few words, please." : value.length > 300 ? "300 characters at most." : undefined) });
  if (reason === undefined) return;
  if (!await addTo(file, (text) => addQuietRule(text, { id: finding.detector, reason: reason.trim() }))) return void vscode.window.showErrorMessage("Gatelodge: the policy file has errors or cannot be written, so the rule was not turned down.");
  void vscode.window.showInformationMessage(`Gatelodge: ${finding.detector} is turned down in ${vscode.workspace.asRelativePath(file)}. Assistants are kept from what it finds as before.`);
}

async function pickFile({ detector, kind }: Finding, repository: string | undefined, userPolicy: string): Promise<vscode.Uri | undefined> {
  const mine = { label: "For me", description: "in my policy", file: vscode.Uri.file(userPolicy) };
  // A repository speaks for its own credentials and data, not of what is hidden in it.
  const here = repository === undefined || (kind !== "secret" && kind !== "personal") ? [] : [{ label: "In this repository", description: "gatelodge.yaml, for everybody", file: vscode.Uri.joinPath(vscode.Uri.file(repository), "gatelodge.yaml") }];
  return (await vscode.window.showQuickPick([...here, mine], { title: `Turn ${detector} down where?` }))?.file;
}

async function addTo(file: vscode.Uri, change: (text: string) => string | undefined): Promise<boolean> {
  const exists = await vscode.workspace.fs.stat(file).then(() => true, () => false);
  const document = exists ? await vscode.workspace.openTextDocument(file) : undefined;
  const text = change(document?.getText() ?? "");
  if (text === undefined) return false;
  const edit = new vscode.WorkspaceEdit();
  if (document === undefined) edit.createFile(file, { contents: new TextEncoder().encode(text) });
  else edit.replace(file, new vscode.Range(0, 0, document.lineCount, 0), text);
  return (await vscode.workspace.applyEdit(edit)) && (document === undefined || document.save());
}
