import { markerWindow } from "../../core/classify.ts";
import { findActiveFile } from "../activeFile.ts";
import type { JudgedDocuments } from "../documents.ts";
import type { Parts } from "../parts.ts";

/** Why assistants may or may not use the active file: label, rules, markers, findings by kind. Holds no content. */
export function toExplanation(parts: Parts, documents: JudgedDocuments): string {
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
    ...(decision.grant === undefined ? [] : [`Softened by \`${decision.grant}\`.`, ""]),
    `Policy \`${policy.hash}\` (${policy.names.join(" + ")}), mode ${policy.mode}.`, "",
  ].join("\n");
}
