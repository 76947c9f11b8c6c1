import type { ModelHead } from "./modelFile.ts";

/** safetensors: eight bytes of length, then JSON of that length: `{ name: { dtype, shape, data_offsets }, __metadata__? }`. huggingface/safetensors README. */
const longest = 32 * 1024 * 1024;

/** `short`: the head goes on; `undefined`: it is none. */
export function readSafetensors(head: Buffer): ModelHead | undefined | "short" {
  if (head.length < 9) return undefined;
  const length = head.readUInt32LE(0) + head.readUInt32LE(4) * 2 ** 32;
  if (length > longest || head[8] !== 0x7b) return undefined;
  if (8 + length > head.length) return "short";
  const parsed = parse(head.toString("utf8", 8, 8 + length));
  if (parsed === undefined) return undefined;
  const tensors = Object.entries(parsed).filter(([name]) => name !== "__metadata__").map(([, tensor]) => tensor as { readonly dtype?: unknown; readonly shape?: unknown } | null);
  const parameters = tensors.reduce((sum, tensor) => sum + product(tensor?.shape), 0);
  const quantization = mostFrequent(tensors.flatMap((tensor) => (typeof tensor?.dtype === "string" ? [tensor.dtype.slice(0, 20)] : [])));
  return { format: "safetensors", ...(parameters > 0 ? { parameters } : {}), ...(quantization === undefined ? {} : { quantization }) };
}

const product = (shape: unknown) => (Array.isArray(shape) && shape.length > 0 && shape.every((length) => typeof length === "number" && length >= 0) ? (shape as readonly number[]).reduce((result, length) => result * length, 1) : 0);

function mostFrequent(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

function parse(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
