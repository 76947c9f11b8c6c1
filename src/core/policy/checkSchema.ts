import type { Schema } from "./policySchema.ts";

/** Where in a document, as keys and indexes from the root, and what is wrong there. */
export interface PolicyError {
  readonly path: readonly (string | number)[];
  readonly message: string;
  /** true: the error is about the key at the end of `path`, not about its value. */
  readonly onKey?: boolean;
}

type Path = readonly (string | number)[];

/** Checks a value against our subset of JSON Schema. Gives every error; an empty list means it fits. Never throws. */
export function checkSchema(schema: Schema, value: unknown, path: Path = []): readonly PolicyError[] {
  const actual = typeName(value);
  if (schema.type !== undefined && actual !== schema.type) return [{ path, message: `must be ${article(schema.type)}, not ${actual}` }];
  if (schema.enum !== undefined && !schema.enum.includes(value as string)) return [{ path, message: `must be one of ${schema.enum.join(", ")}${suggestion(String(value), schema.enum.map(String))}` }];
  if (typeof value === "string") return checkLength(schema, value.length, "characters", path);
  if (typeof value === "number") return checkRange(schema, value, path);
  if (Array.isArray(value)) return checkArray(schema, value, path);
  if (actual === "object") return checkObject(schema, value as Record<string, unknown>, path);
  return [];
}

function checkArray(schema: Schema, value: readonly unknown[], path: Path): readonly PolicyError[] {
  const own = [];
  if (schema.minItems !== undefined && value.length < schema.minItems) own.push({ path, message: "must not be empty" });
  if (schema.maxItems !== undefined && value.length > schema.maxItems) own.push({ path, message: `must have at most ${schema.maxItems} entries` });
  const { items } = schema;
  return items === undefined ? own : [...own, ...value.flatMap((item, index) => checkSchema(items, item, [...path, index]))];
}

function checkObject(schema: Schema, value: Record<string, unknown>, path: Path): readonly PolicyError[] {
  const properties = schema.properties ?? {};
  const missing = (schema.required ?? []).filter((key) => !Object.hasOwn(value, key)).map((key) => ({ path, message: `needs ${key}` }));
  const inside = Object.keys(value).flatMap((key) => {
    const property = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (property !== undefined) return checkSchema(property, value[key], [...path, key]);
    return schema.additionalProperties === false ? [{ path: [...path, key], onKey: true, message: `unknown key ${quoted(key)}${suggestion(key, Object.keys(properties))}` }] : [];
  });
  return [...missing, ...inside];
}

function checkLength(schema: Schema, length: number, unit: string, path: Path): readonly PolicyError[] {
  if (schema.minLength !== undefined && length < schema.minLength) return [{ path, message: `must have at least ${schema.minLength} ${unit}` }];
  if (schema.maxLength !== undefined && length > schema.maxLength) return [{ path, message: `must have at most ${schema.maxLength} ${unit}` }];
  return [];
}

function checkRange(schema: Schema, value: number, path: Path): readonly PolicyError[] {
  if (!Number.isFinite(value)) return [{ path, message: "must be a finite number" }];
  if (schema.minimum !== undefined && value < schema.minimum) return [{ path, message: `must be at least ${schema.minimum}` }];
  if (schema.maximum !== undefined && value > schema.maximum) return [{ path, message: `must be at most ${schema.maximum}` }];
  return [];
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  return Array.isArray(value) ? "array" : typeof value;
}

const article = (type: string) => (type === "object" ? "a mapping" : type === "array" ? "a list" : `a ${type}`);
const quoted = (key: string) => JSON.stringify(key.slice(0, 60));

/** Offers the nearest known word when one is at most two edits away. */
function suggestion(word: string, known: readonly string[]): string {
  const near = known.map((candidate) => ({ candidate, distance: editDistance(word.slice(0, 40).toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= 2).sort((a, b) => a.distance - b.distance)[0];
  return near === undefined ? "" : `; did you mean ${near.candidate}?`;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  return previous[b.length] ?? 0;
}
