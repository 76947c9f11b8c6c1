import { isCollection, isPair, isScalar, LineCounter, parseDocument, type Document, type Node } from "yaml";
import type { PolicyError } from "../core/policy/checkSchema.ts";
import { parsePolicy } from "../core/policy/parsePolicy.ts";
import type { PolicyDocument } from "../core/policy/policyDocument.ts";

/** An error of a policy file with its exact place: offsets in UTF-16 code units, `line` counted from 1. */
export interface PolicyFileError {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly message: string;
}

export type PolicyFile = { readonly ok: true; readonly document: PolicyDocument } | { readonly ok: false; readonly errors: readonly PolicyFileError[] };

// A policy of 2,000 globs is 100 kB; what is larger is a mistake or an attack.
const maxLength = 1_000_000;

/** Reads a policy as YAML 1.2 (of which JSON is a part). Never throws: every error comes with its range. */
export function readPolicyText(text: string): PolicyFile {
  if (text.length > maxLength) return { ok: false, errors: [{ start: 0, end: 0, line: 1, message: `a policy may have at most ${maxLength} characters` }] };
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
  const place = (start: number, end: number, message: string): PolicyFileError => ({ start, end: Math.max(end, start + 1), line: lines.linePos(start).line, message });
  if (yaml.errors.length > 0) return { ok: false, errors: yaml.errors.map(({ pos, message }) => place(pos[0], pos[1], message.split("\n")[0] ?? "not YAML")) };
  const parsed = parsePolicy(toValue(yaml));
  if (parsed.ok) return parsed;
  return { ok: false, errors: parsed.errors.map((error) => ({ ...place(...rangeOf(yaml, error), toMessage(error)) })) };
}

/** Range of the value (or key) an error is about, in the parsed document; for something missing, of what it is missing in. */
export function rangeOf(yaml: Document, { path, onKey }: Pick<PolicyError, "path" | "onKey">): [number, number] {
  for (let length = path.length; length >= 0; length--) {
    const key = path[length - 1];
    const parent: unknown = length === 0 ? undefined : yaml.getIn(path.slice(0, length - 1), true);
    const pair = isCollection(parent) ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === key) : undefined;
    const range = onKey === true && isPair(pair) ? (pair.key as Node).range : (yaml.getIn(path.slice(0, length), true) as Node | undefined)?.range;
    if (range !== undefined && range !== null) return length === 0 ? [range[0], range[0] + 1] : [range[0], range[1]];
  }
  return [0, 1];
}

// maxAliasCount: a few lines of nested aliases expand to gigabytes ("billion laughs").
function toValue(yaml: Document): unknown {
  try {
    return yaml.toJS({ maxAliasCount: 50 });
  } catch {
    return undefined; // parsePolicy reports "must be a mapping"
  }
}

const toMessage = ({ path, message }: PolicyError) => (path.length === 0 ? `the policy ${message}` : `${path.join(".")}: ${message}`);
