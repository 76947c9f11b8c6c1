import type { Finding } from "../request.ts";
import { toEnvironmentName } from "./environmentName.ts";
import { findLiteral, type Literal } from "./literalAround.ts";
import { findReferenceLanguage, type ReferenceLanguage } from "./referenceLanguage.ts";

/** How a secret literal becomes a reference to the environment. Holds ranges and names, never the value. */
export interface ReferenceFix {
  readonly literal: Literal;
  /** Upper snake case, from the key the value is assigned to. */
  readonly name: string;
  readonly language: ReferenceLanguage;
}

/** The fix for a finding in a document, or `undefined` where it would be no whole literal or the language has no environment. */
export function findReferenceFix(document: { readonly text: string; readonly languageId: string; readonly uri: string }, finding: Finding, others: readonly Finding[]): ReferenceFix | undefined {
  if (finding.kind !== "secret") return undefined;
  const language = findReferenceLanguage(document.languageId, document.uri);
  const literal = language === undefined ? undefined : findLiteral(document.text, finding, language);
  if (language === undefined || literal === undefined) return undefined;
  const lineStart = document.text.lastIndexOf("\n", literal.start - 1) + 1;
  // A key that is itself a finding must not become a name: names are shown and stored.
  const from = others.filter(({ start, end }) => end <= literal.start && start >= lineStart).reduce((latest, { end }) => Math.max(latest, end), lineStart);
  return { literal, language, name: toEnvironmentName(document.text.slice(from, literal.start), finding.detector) };
}
