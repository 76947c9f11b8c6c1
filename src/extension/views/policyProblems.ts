import * as vscode from "vscode";
import type { PolicyProblem } from "../../node/policyStore.ts";
import { findActiveFile } from "../activeFile.ts";
import type { Parts } from "../parts.ts";
import { wordProblem } from "./problemWords.ts";

/** Everything about the policy files of this window that does not hold as written, in words: broken, untrusted, or loosening and so ignored. */
export function findPolicyProblems({ policies, identify }: Pick<Parts, "policies" | "identify">): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => ({ folder: uri.fsPath }));
  const active = findActiveFile();
  const places = [active === undefined ? undefined : identify(active.uri.toString()), ...folders];
  return [...new Set(places.flatMap((place) => policies.current(place).problems).map(toWords))];
}

/** A policy file for what is in front cannot be read, or may not be believed: what it said before holds, or nothing of it. */
export function hasBrokenPolicy({ policies, identify }: Pick<Parts, "policies" | "identify">, uri: vscode.Uri | undefined): boolean {
  return policies.current(uri === undefined ? undefined : identify(uri.toString())).problems.some(({ kind }) => kind !== "ignored");
}

const toWords = (problem: PolicyProblem): string => wordProblem(problem, vscode.workspace.asRelativePath(problem.file));
