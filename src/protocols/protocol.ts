/** JSON as it comes from a client or a server: nothing about it is known. */
export type Json = Readonly<Record<string, unknown>>;

/** Where text that a person is shown stands in a piece of an answer. */
export interface ShownText {
  /** Tells apart the texts that grow side by side: several choices, several blocks. */
  readonly stream: string;
  readonly path: readonly (string | number)[];
  readonly text: string;
  /** Nothing follows it: it is told again as a whole. */
  readonly whole?: true;
}

/** How one API of a model server speaks: one file each, listed in `known.ts`. */
export interface Protocol {
  readonly id: string;
  /** Paths, without query, whose requests carry content for a model. */
  readonly paths: readonly string[];
  /** How pieces of an answer are parted: a line of JSON each, or server-sent events. */
  readonly pieces: "ndjson" | "sse";
  /** What a person is shown of an answer, whole or a piece. Never arguments of tools: a value must not be put back there. */
  readonly shownTexts: (answer: Json) => readonly ShownText[];
  /** Says nothing, and may come between any two pieces. */
  readonly isPing?: (piece: Json) => boolean;
  /** A refusal in the form that its clients show to a person. */
  readonly refusal: (message: string) => Json;
}

export const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
export const objectsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The text at a place, if there is one. */
export function textAt(answer: unknown, stream: string, path: ShownText["path"]): readonly ShownText[] {
  const text = path.reduce<unknown>((value, key) => (typeof value === "object" && value !== null ? (value as Record<string | number, unknown>)[key] : undefined), answer);
  return typeof text === "string" ? [{ stream, path, text }] : [];
}

/** `undefined`: it is no JSON object. */
export function parseObject(source: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(source);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
