import { parseDocument } from "yaml";
import { builtinPolicy } from "../core/policy/builtinPolicy.ts";
import { mergePolicies } from "../core/policy/mergePolicies.ts";
import type { LayerSource } from "../core/policy/policy.ts";
import { rangeOf, readPolicyText } from "./policyFile.ts";

export interface LintedPlace {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** It parses, and this part of it would not be followed. */
  readonly ignored: boolean;
}

/** Errors of a policy with line and column, and what a layer of this kind would say in vain. */
export function lintPolicy(text: string, source: LayerSource): readonly LintedPlace[] {
  const read = readPolicyText(text);
  if (!read.ok) return read.errors.map(({ start, message }) => ({ ...placeOf(text, start), message, ignored: false }));
  const yaml = parseDocument(text);
  const { ignored } = mergePolicies([{ source: "builtin", document: builtinPolicy }, { source, document: read.document, ...(source === "repository" ? { root: "/" } : {}) }]);
  return ignored.filter(({ layer }) => layer === source).map(({ path, message }) => ({ ...placeOf(text, rangeOf(yaml, { path })[0]), message: `${path.join(".")}: ${message}`, ignored: true }));
}

/** Both counted from 1, the column in characters. */
function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
