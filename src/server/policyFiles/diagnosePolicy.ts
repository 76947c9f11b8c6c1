import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { parseDocument } from "yaml";
import type { PolicyError } from "../../core/policy/checkSchema.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { PolicyDocument } from "../../core/policy/policyDocument.ts";
import { rangeOf, readPolicyText } from "../../node/policyFile.ts";
import type { LayersAround } from "./layersAround.ts";

/** Errors of a policy file, and its wishes that will not be followed, each at its exact place. */
export function diagnosePolicy(document: TextDocument, { ignoredIn, policy }: LayersAround): readonly Diagnostic[] {
  // A byte order mark is cut from files on disk before they are read; here it would move every place by one.
  const text = document.getText().replace(/^\uFEFF/, " ");
  const toDiagnostic = (start: number, end: number, message: string, code: string, severity: DiagnosticSeverity): Diagnostic => ({ source: "Gatelodge", code, severity, message, range: { start: document.positionAt(start), end: document.positionAt(end) } });
  const file = readPolicyText(text);
  if (!file.ok) return file.errors.map(({ start, end, message }) => toDiagnostic(start, end, message, "policy-broken", DiagnosticSeverity.Error));
  const yaml = parseDocument(text);
  const warn = (code: string) => ({ path, message }: Pick<PolicyError, "path" | "message">) => toDiagnostic(...rangeOf(yaml, { path }), message, code, DiagnosticSeverity.Warning);
  return [...ignoredIn(file.document).map(warn("policy-ignored")), ...unknownRules(file.document, policy).map(warn("policy-unknown"))];
}

/** Exceptions and permits that name rules nobody defines: most likely misspelt, and then they lift nothing. */
function unknownRules(document: PolicyDocument, policy: Omit<Policy, "hash">): readonly Pick<PolicyError, "path" | "message">[] {
  const known = new Set([...policy.rules, ...(document.rules ?? [])].map(({ id }) => id));
  return (document.exceptions ?? []).flatMap(({ rules }, index) => rules.flatMap((id, at) =>
    (known.has(id) || id.includes("*") ? [] : [{ path: ["exceptions", index, "rules", at], message: `no rule is called ${id}; rules are ${[...known].slice(0, 20).join(", ")}` }])));
}
