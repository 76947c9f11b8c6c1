import type { Json } from "../protocols/protocol.ts";

/** A text of a request, and where it stands. */
export interface ContentText {
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Names and kinds, which are no part of what a model reads as one text. */
  readonly structural: boolean;
  /** The name of a field, in whose place nothing else can stand. */
  readonly isName?: true;
}

const structural = new Set(["type", "role", "id", "model", "name", "tool_call_id", "tool_use_id", "call_id", "format", "media_type", "detail", "status", "keep_alive", "finish_reason", "object", "$schema", "effort", "quality", "service_tier"]);
const deepest = 100;

export class TooDeepError extends Error {}

/** Every text of a request, in order, and names of fields: whatever a server may read, it has been looked at. */
export function contentTexts(value: unknown, path: readonly (string | number)[] = []): readonly ContentText[] {
  if (path.length > deepest) throw new TooDeepError();
  const key = path.findLast((part) => typeof part === "string");
  if (typeof value === "string") return [{ path, text: value, structural: typeof key === "string" && structural.has(key) }];
  if (Array.isArray(value)) return value.flatMap((item, at) => contentTexts(item, [...path, at]));
  return typeof value === "object" && value !== null ? Object.entries(value as Json).flatMap(([name, item]) => [...nameText(name, path), ...contentTexts(item, [...path, name])]) : [];
}

// Shorter than any secret.
const nameText = (name: string, path: ContentText["path"]): readonly ContentText[] => (name.length < 12 ? [] : [{ path, text: name, structural: true, isName: true }]);
