/** Reads an unknown value as an object; anything else has no fields. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {};
}

/** The text of a field; `undefined` where it is no text. */
export function textIn(value: unknown, key: string): string | undefined {
  const field = fieldsOf(value)[key];
  return typeof field === "string" ? field : undefined;
}
