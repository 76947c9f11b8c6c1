import { DiagnosticSeverity, type Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { decodeHidden } from "../../core/detect/decodeHidden.ts";
import { detect } from "../../core/detect/detect.ts";
import { redact } from "../../core/redact.ts";
import type { Finding, FindingKind, Tier } from "../../core/request.ts";
import type { SilenceReason } from "../../core/silence/silencePermit.ts";
import type { Look } from "./lookThrough.ts";

export const source = "Gatelodge";
const maxShown = 300;

/** Diagnostics of a look: what it is and what to do, in words; where it is as a range; never what it says. */
export function toDiagnostics(document: TextDocument, { findings, guarded, hushed, undecided }: Look): Diagnostic[] {
  if (undecided !== undefined) return [{ source, code: "not-looked-through", severity: DiagnosticSeverity.Warning, range: firstLine, message: `Gatelodge did not look through this document because ${undecided}. It is not known to be clean; the policy's "otherwise" applies to it.` }];
  return findings.filter((finding) => isShown(finding)).slice(0, maxShown).map((finding) => ({
    source,
    code: finding.detector,
    severity: toSeverity(finding, guarded || hushed.has(finding)),
    range: { start: document.positionAt(finding.start), end: document.positionAt(finding.end) },
    message: `${toMessage(finding, guarded)}${whyHushed(hushed.get(finding))}${said(document, finding)}`,
  }));
}

/** One address in source code is nobody's business, and the values of a dump stand below its names, which are marked. */
const isShown = ({ kind, tier, detector }: Finding) => kind !== "personal" || (tier !== "possible" && detector !== "personal-value");

/** What invisible text says, so that a person can tell what an assistant would read. A secret in it stays one. */
function said(document: TextDocument, { kind, start, end }: Finding): string {
  const text = kind === "hidden" ? decodeHidden(document.getText().slice(start, end)) : undefined;
  return text === undefined ? "" : ` It says: ${JSON.stringify(redact(text, detect(text)).text)}`;
}

const firstLine = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };

const secretSeverity: Readonly<Record<Tier, DiagnosticSeverity>> = { certain: DiagnosticSeverity.Error, likely: DiagnosticSeverity.Warning, possible: DiagnosticSeverity.Information };
const otherSeverity: Readonly<Record<Tier, DiagnosticSeverity>> = { certain: DiagnosticSeverity.Warning, likely: DiagnosticSeverity.Information, possible: DiagnosticSeverity.Hint };

function toSeverity({ kind, tier }: Finding, isHint: boolean): DiagnosticSeverity {
  // A secret in .env is where it belongs, and one that somebody looked at is known: worth knowing, not worth a red line.
  if (isHint) return DiagnosticSeverity.Hint;
  return (kind === "secret" ? secretSeverity : otherSeverity)[tier];
}

const nouns: Readonly<Record<FindingKind, string>> = { secret: "a credential", personal: "personal data", marker: "a mark of confidentiality", hidden: "text that people cannot see", steering: "an instruction that turns assistants against you" };
const advice: Readonly<Record<FindingKind, string>> = {
  secret: "Refer to the environment instead of writing it here, and rotate it.",
  personal: "Use made-up data, or classify this file in gatelodge.yaml.",
  marker: "Assistants are kept from this file accordingly.",
  steering: "Assistants take this file for instructions: read it before one does.",
  hidden: "Remove it unless you know why it is there: assistants read it.",
};

const hushedBy: Readonly<Record<SilenceReason, string>> = { comments: "A comment here says that it is known", baseline: "It is in the repository's baseline", rules: "This rule is turned down" };
const whyHushed = (reason: SilenceReason | undefined) => (reason === undefined ? "" : ` ${hushedBy[reason]}; for assistants that changes nothing.`);

function toMessage({ kind, tier, detector }: Finding, guarded: boolean): string {
  const sure = tier === "possible" ? "This may be" : "This is";
  return `${sure} ${nouns[kind]} (${detector}). ${guarded ? "This file is kept from assistants." : advice[kind]}`;
}
