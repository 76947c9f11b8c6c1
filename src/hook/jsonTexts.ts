/** The texts of a JSON value, and the value with other texts in their place, in the same shape. */

/** Says what stands in the place of a text; `key` is the name it is found under, that of the list for a list's items. */
export type ReplaceText = (text: string, key: string) => string;

// Deeper than any tool's result; what lies below is not handed on as it is (`tooDeep`).
const maxDepth = 200;

export class TooDeepError extends Error {}

/** A copy with each text replaced, and each field's name by `rename`. Throws `TooDeepError` rather than overflowing the stack. */
export function replaceTexts(value: unknown, replace: ReplaceText, rename: (name: string) => string = (name) => name, key = "", depth = 0): unknown {
  if (depth > maxDepth) throw new TooDeepError("nested too deeply");
  if (typeof value === "string") return replace(value, key);
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, replace, rename, key, depth + 1));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [rename(name), replaceTexts(item, replace, rename, name, depth + 1)]));
}
