import { markerWindow } from "../../core/classify.ts";
import type { FindingsReport } from "../../core/wire.ts";
import { readAsked } from "../../node/exceptions/askedBook.ts";
import { trustPlaces } from "../../node/trust/trustFiles.ts";
import { findActiveFile } from "../activeFile.ts";
import type { JudgedDocuments } from "../documents.ts";
import { askableHere } from "../exceptions/askForException.ts";
import { toAskedLines } from "../exceptions/askedLines.ts";
import type { LanguageServer } from "../languageClient.ts";
import type { Parts } from "../parts.ts";

/** Why assistants may or may not use the active file: label, rules, markers, findings by kind. Holds no content. */
export function toExplanation(parts: Parts, documents: JudgedDocuments, server: Pick<LanguageServer, "report">): string {
  const { uri, document } = findActiveFile() ?? {};
  const judgement = uri === undefined ? undefined : documents.judge(uri);
  if (uri === undefined || judgement === undefined) return "# Nothing to explain\n\nNo file is active.\n";
  const path = parts.identify(uri.toString());
  const { policy, classify } = parts.policies.current(path);
  const { matched } = classify(path, document?.getText().slice(0, markerWindow));
  const { decision, stopped, allowed } = judgement;
  const names = (group: typeof stopped) => [...new Set(group.map(({ name }) => name))].join(", ") || "none";
  return [
    `# ${path?.absolute.split("/").at(-1) ?? "This document"} is ${judgement.label}`, "",
    "## Why this label", "",
    ...(matched.length === 0 ? [`- nothing classifies it, so it has the default label \`${policy.defaultLabel}\``] : matched.map(({ id, label, by }) => `- \`${id}\` says \`${label}\` (by ${by})`)), "",
    "## What assistants may do", "",
    `- completions stopped for: ${names(stopped)}`, `- completions allowed for: ${names(allowed)}`, "",
    "## Rules that have a say", "",
    ...(decision.reasons.length === 0 ? ["- none"] : decision.reasons.map(({ rule, effect, text }) => `- \`${rule}\` → ${effect}: ${text}`)), "",
    ...toAskedLines(path?.absolute, readAsked(trustPlaces(parts.locations).asked), askableHere(parts, documents) !== undefined),
    ...toSilence(server.report(uri)),
    ...(decision.grant === undefined ? [] : [`Softened by \`${decision.grant}\`.`, ""]),
    `Policy \`${policy.hash}\` (${policy.names.join(" + ")}), mode ${policy.mode}.`, "",
  ].join("\n");
}

/** What is known, and so a hint instead of a problem; and what not even a door looks at. */
function toSilence(report: FindingsReport | undefined): readonly string[] {
  const { quiet = { comments: 0, baseline: 0, rules: 0 }, silenced = 0 } = report ?? {};
  const all = quiet.comments + quiet.baseline + quiet.rules;
  const parts = [[quiet.comments, "by a comment"], [quiet.baseline, "in the baseline"], [quiet.rules, "of a rule that is turned down"]] as const;
  if (all + silenced === 0) return [];
  const named = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`).join(", ");
  return [
    "## Findings that are known", "",
    ...(all === 0 ? [] : [`- ${all} ${all === 1 ? "finding is" : "findings are"} only a hint: ${named}. For assistants that changes nothing.`]),
    ...(silenced === 0 ? [] : [`- ${silenced} ${silenced === 1 ? "finding has" : "findings have"} no say at the doors either, as the policy permits.`]), "",
  ];
}
