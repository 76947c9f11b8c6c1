/** A GGUF file's head as its documentation lays it out (ggml-org/ggml docs/gguf.md), for tests. */
export interface GgufParts {
  readonly texts?: Readonly<Record<string, string>>;
  readonly numbers?: Readonly<Record<string, number>>;
  /** A vocabulary of so many words, before the rest, as models have. */
  readonly vocabulary?: number;
  readonly shapes?: readonly (readonly number[])[];
}

export function ggufBytes({ texts = {}, numbers = {}, vocabulary = 0, shapes = [] }: GgufParts): Buffer {
  const pairs = [
    ...(vocabulary > 0 ? [Buffer.concat([text("tokenizer.ggml.tokens"), u32(9), u32(8), u64(vocabulary), ...Array.from({ length: vocabulary }, (_, at) => text(`word${at}`))])] : []),
    ...Object.entries(texts).map(([key, value]) => Buffer.concat([text(key), u32(8), text(value)])),
    ...Object.entries(numbers).map(([key, value]) => Buffer.concat([text(key), u32(4), u32(value)])),
  ];
  const tensors = shapes.map((shape, at) => Buffer.concat([text(`tensor.${at}`), u32(shape.length), ...shape.map(u64), u32(0), u64(0)]));
  return Buffer.concat([Buffer.from("GGUF"), u32(3), u64(shapes.length), u64(pairs.length), ...pairs, ...tensors]);
}

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
