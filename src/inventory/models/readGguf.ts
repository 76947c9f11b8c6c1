import { createCursor, Short, type Cursor } from "./cursor.ts";
import type { ModelHead } from "./modelFile.ts";

/**
 * GGUF 2 and 3, little-endian: magic, version, counts of tensors and of key/value pairs, the pairs, then what the tensors
 * are called and their shapes. ggml-org/ggml docs/gguf.md.
 */
const sizes: readonly number[] = [1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8];
const [text, list] = [8, 9];
const wanted = new Set(["general.architecture", "general.name", "general.file_type", "general.license", "tokenizer.chat_template"]);
const most = { pairs: 100_000, tensors: 100_000, text: 1024 * 1024, dimensions: 8, depth: 4 };

/** ggml-org/llama.cpp include/llama.h, `llama_ftype`. */
const quantizations: Readonly<Record<number, string>> = {
  0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S", 12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K",
  19: "IQ2_XXS", 20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL", 26: "IQ3_S", 27: "IQ3_M", 28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0", 37: "TQ2_0",
};

/** `short`: the head goes on; `undefined`: it is none. Counts and lengths are claims, and are held to a limit before use. */
export function readGguf(head: Buffer): ModelHead | undefined | "short" {
  const cursor = createCursor(head);
  try {
    cursor.skip(4);
    const [version, tensors, pairs] = [cursor.u32(), cursor.u64(), cursor.u64()];
    if (version < 2 || version > 3 || tensors > most.tensors || pairs > most.pairs) return undefined;
    const found = new Map<string, string | number>();
    for (let at = 0; at < pairs; at += 1) {
      const key = readText(cursor);
      const kind = cursor.u32();
      if (wanted.has(key) && kind === text) found.set(key, readText(cursor));
      else if (wanted.has(key) && kind === 4) found.set(key, cursor.u32());
      else skipValue(cursor, kind, 0);
    }
    return toHead(found, countParameters(cursor, tensors));
  } catch (error) {
    if (error instanceof Short) return "short";
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function toHead(found: ReadonlyMap<string, string | number>, parameters: number): ModelHead {
  const say = (key: string) => (typeof found.get(key) === "string" ? { value: String(found.get(key)) } : undefined);
  const [name, architecture, licence, chatTemplate] = ["general.name", "general.architecture", "general.license", "tokenizer.chat_template"].map(say);
  const quantization = quantizations[Number(found.get("general.file_type"))];
  return {
    format: "gguf",
    ...(name && { name: name.value.slice(0, 300) }),
    ...(architecture && { architecture: architecture.value.slice(0, 100) }),
    ...(licence && { licence: licence.value.slice(0, 100) }),
    ...(chatTemplate && { chatTemplate: chatTemplate.value }),
    ...(quantization === undefined ? {} : { quantization }),
    ...(parameters > 0 ? { parameters } : {}),
  };
}

function countParameters(cursor: Cursor, tensors: number): number {
  const state = { sum: 0 };
  for (let at = 0; at < tensors; at += 1) {
    cursor.skip(limited(cursor.u64(), most.text));
    const dimensions = limited(cursor.u32(), most.dimensions);
    const shape = Array.from({ length: dimensions }, () => cursor.u64());
    cursor.skip(4 + 8);
    state.sum += shape.reduce((product, length) => product * length, 1);
  }
  return state.sum;
}

const readText = (cursor: Cursor) => cursor.text(limited(cursor.u64(), most.text));

function skipValue(cursor: Cursor, kind: number, depth: number): void {
  if (kind === text) return cursor.skip(limited(cursor.u64(), most.text));
  if (kind !== list) return cursor.skip(sizeOf(kind));
  const [inner, length] = [cursor.u32(), cursor.u64()];
  if (inner !== text && inner !== list) return cursor.skip(sizeOf(inner) * length);
  limited(depth, most.depth);
  for (let at = 0; at < length; at += 1) skipValue(cursor, inner, depth + 1);
}

const sizeOf = (kind: number) => sizes[kind] || limited(Number.POSITIVE_INFINITY, 0);

function limited(value: number, limit: number): number {
  if (value > limit) throw new RangeError("no honest head has this");
  return value;
}
