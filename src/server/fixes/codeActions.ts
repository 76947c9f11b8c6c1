import { CodeActionKind, type CodeAction, type Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { mayMarkFalsePositive } from "../../core/falsePositive.ts";
import { findReferenceFix, type ReferenceFix } from "../../core/fixes/referenceFix.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Finding } from "../../core/request.ts";
import { fixCommands, type FixTarget } from "../../core/wire.ts";
import { source } from "../scan/findingDiagnostics.ts";

export interface FixRequest {
  readonly document: TextDocument;
  /** Of the last look, which was at this version. */
  readonly findings: readonly Finding[];
  readonly selected: { readonly start: number; readonly end: number };
  readonly diagnostics: readonly Diagnostic[];
  readonly policy: Policy;
  /** Whether the client carries out our commands. */
  readonly commands: boolean;
}

/** Quick fixes for the findings in a selection. An edit holds the reference that takes a value's place; a command says where the value is. */
export function toCodeActions(request: FixRequest): CodeAction[] {
  const { findings, selected } = request;
  return findings.filter(({ start, end }) => start <= selected.end && selected.start <= end).slice(0, 5).flatMap((finding) => actionsFor(request, finding));
}

function actionsFor(request: FixRequest, finding: Finding): readonly CodeAction[] {
  const { document, findings, commands, policy } = request;
  const fix = findReferenceFix({ text: document.getText(), languageId: document.languageId, uri: document.uri }, finding, findings);
  const target: FixTarget = { uri: document.uri, version: document.version, start: finding.start, end: finding.end };
  const diagnostics = request.diagnostics.filter((diagnostic) => diagnostic.source === source && diagnostic.code === finding.detector && document.offsetAt(diagnostic.range.start) === finding.start);
  const quickFix = (title: string, rest: Partial<CodeAction>): CodeAction => ({ title, kind: CodeActionKind.QuickFix, diagnostics, ...rest });
  const call = (title: string, command: string, ...args: readonly unknown[]) => quickFix(title, { command: { title, command, arguments: [...args] } });
  return [
    ...(fix !== undefined && commands && document.uri.startsWith("file:") ? [call(`Move the value to .env and refer to ${variableOf(fix)}`, fixCommands.moveSecret, target)] : []),
    ...(fix === undefined ? [] : [replace(request, fix, quickFix)]),
    ...(commands && mayMarkFalsePositive(policy, finding) ? [call("Mark as a false positive, with a reason…", fixCommands.markFalsePositive, target)] : []),
    ...(commands && policy.silence.rules.shown.includes(finding.tier) ? [call(`Turn this rule down (${finding.detector}), with a reason…`, fixCommands.quietRule, target)] : []),
    ...(commands ? [call("Explain what assistants may do with this file", fixCommands.explain)] : []),
  ];
}

function replace({ document, commands }: FixRequest, fix: ReferenceFix, quickFix: (title: string, rest: Partial<CodeAction>) => CodeAction): CodeAction {
  const range = { start: document.positionAt(fix.literal.start), end: document.positionAt(fix.literal.end) };
  const name = variableOf(fix);
  return quickFix(`Replace by a reference to ${name}`, {
    edit: { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits: [{ range, newText: fix.language.refer(fix.name) }] }] },
    ...(commands ? { command: { title: "What is left to do", command: fixCommands.afterReplace, arguments: [{ name, languageId: document.languageId, uri: document.uri }] } } : {}),
  });
}

/** What the variable is called in the environment. */
const variableOf = ({ language, name }: ReferenceFix) => language.variable?.(name) ?? name;
