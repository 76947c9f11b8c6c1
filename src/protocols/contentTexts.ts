import { jsonStrings, type JsonString } from "./jsonStrings.ts";

/** A text of a request, and where it stands. */
export interface ContentText extends JsonString {
  /** Names and kinds, which are no part of what a model reads as one text. */
  readonly structural: boolean;
}

const structural = new Set(["type", "role", "id", "model", "name", "tool_call_id", "tool_use_id", "call_id", "format", "media_type", "detail", "status", "keep_alive", "finish_reason", "object", "$schema", "effort", "quality", "service_tier"]);
/** Every text of a request, in order, and names of fields: whatever a server may read, it has been looked at. */
export function contentTexts(source: string, deepest: number): readonly ContentText[] {
  return jsonStrings(source, deepest).filter(({ text }) => text !== "").map((text) => ({ ...text, structural: text.isName === true || isStructural(text.path) }));
}

const isStructural = (path: JsonString["path"]): boolean => {
  const name = path.findLast((part) => typeof part === "string");
  return name !== undefined && structural.has(name);
};
