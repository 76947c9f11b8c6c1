import * as vscode from "vscode";
import type { Parts } from "../parts.ts";

/** Everything about the policy files of this window that does not hold as written: broken, untrusted, or loosening and so ignored. */
export function toProblemsPage({ policies, identify }: Pick<Parts, "policies" | "identify">): string {
  const active = vscode.window.activeTextEditor?.document.uri;
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({ folder: uri.fsPath }));
  const places = [active === undefined ? undefined : identify(active.toString()), ...folders];
  const problems = [...new Map(places.flatMap((place) => policies.current(place).problems).map((problem) => [JSON.stringify(problem), problem])).values()];
  if (problems.length === 0) return "# Policy problems\n\nNone: every policy file is in force as written.\n";
  const lines = problems.map(({ kind, source, file, line, message }) => `- **${kind}**: ${source} policy, ${vscode.workspace.asRelativePath(file)}${line === undefined ? "" : `, line ${line}`}: ${message}`);
  return ["# Policy problems", "", ...lines, ""].join("\n");
}
