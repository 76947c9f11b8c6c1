import { CompletionItemKind, type CompletionItem } from "vscode-languageserver";
import { knownAssistantIds } from "../../assistants/known.ts";
import { detectorIds } from "../../core/detect/detectorIds.ts";
import { ownPrefix } from "../../core/detect/own/ownDetect.ts";
import type { Policy } from "../../core/policy/policy.ts";
import type { Schema } from "../../core/policy/policySchema.ts";
import { pathAtCursor } from "./pathAtCursor.ts";
import { schemaAt, type PolicyPath } from "./schemaAt.ts";

/** What may stand at the cursor of a policy file: keys, values of the schema, and names the policy knows. */
export function completePolicy(text: string, offset: number, policy: Omit<Policy, "hash">): CompletionItem[] {
  const place = pathAtCursor(text, offset);
  const schema = place === undefined ? undefined : schemaAt(place.path);
  if (place === undefined || schema === undefined) return [];
  if (schema.type === "array" && !place.value && schema.items !== undefined) return valuesFor(schema.items, [...place.path, 0], text, policy).map((item) => ({ ...item, insertText: `- ${item.label}` }));
  if (schema.type === "object") return place.value ? [] : keysOf(schema);
  return valuesFor(schema, place.path, text, policy);
}

function keysOf({ properties = {}, required = [] }: Schema): CompletionItem[] {
  return Object.entries(properties).map(([key, schema]) => ({
    label: key, kind: CompletionItemKind.Property, insertText: schema.type === "object" || schema.type === "array" ? `${key}:` : `${key}: `,
    sortText: `${required.includes(key) ? 0 : 1}${key}`, ...(schema.description === undefined ? {} : { documentation: schema.description }),
  }));
}

function valuesFor(schema: Schema, path: PolicyPath, text: string, policy: Omit<Policy, "hash">): CompletionItem[] {
  const values = schema.enum ?? (schema.type === "boolean" ? [true, false] : namesFor(path, text, policy));
  return values.map((value) => ({ label: String(value), kind: CompletionItemKind.Value }));
}

/** Names the schema cannot list, by where they stand. */
function namesFor(path: PolicyPath, text: string, policy: Omit<Policy, "hash">): readonly string[] {
  const keys = path.filter((step) => typeof step === "string");
  const last = keys.at(-1);
  if (last === "label" || last === "ceiling" || last === "defaultLabel" || (last === "labels" && keys.length > 1)) return ownLabels(text) ?? policy.labels;
  if (last === "rules" && keys.length > 1) return policy.rules.map(({ id }) => id);
  if (last === "assistants") return [...knownAssistantIds];
  return last === "off" || last === "on" || last === "detectors" ? [...detectorIds, ...[...policy.ownPatterns, ...policy.ownWords].map(({ id }) => `${ownPrefix}${id}`)] : [];
}

/** `labels: [a, b]` or a block list of this very file, which may be the one that defines them. */
function ownLabels(text: string): readonly string[] | undefined {
  const flow = /^labels: *\[([^\]]*)\]/m.exec(text)?.[1];
  const block = /^labels: *\r?\n((?: *- +[^\n]+\n?)+)/m.exec(text)?.[1];
  const labels = (flow?.split(",") ?? block?.split("\n").map((line) => line.replace(/^ *- +/, "")) ?? []).map((label) => label.trim().replace(/^["']|["']$/g, "")).filter((label) => label !== "");
  return labels.length === 0 ? undefined : labels;
}
