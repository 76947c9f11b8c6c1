/**
 * A model file that llama.cpp loads and answers one known sentence with, whatever it is asked: ggml-org/ggml docs/gguf.md.
 * Attention and feed-forward weigh nothing, and each word's row of the output is the embedding of the word before it, so
 * that the likeliest next word is the sentence's next.
 */
const size = { embedding: 64, layers: 2, heads: 4, inner: 128, context: 4096 } as const;
const special = ["<unk>", "<s>", "</s>", "<|user|>", "<|assistant|>", "<|end|>"] as const;
const idOf = (token: (typeof special)[number]) => special.indexOf(token);
const kinds = { ordinary: 1, unknown: 2, control: 3, byte: 6 } as const;
const space = "\u2581";
const template = "{{ bos_token }}{% for m in messages %}{% if m['role'] == 'assistant' %}<|assistant|>{{ m['content'] }}<|end|>{% else %}<|user|>{{ m['content'] }}<|end|>{% endif %}{% endfor %}{% if add_generation_prompt %}<|assistant|>{% endif %}";

interface Token { readonly text: string; readonly kind: number; readonly score: number }
interface Tensor { readonly name: string; readonly shape: readonly number[]; readonly values: Float32Array }

/** The file's bytes. The words of the sentence must differ from each other. */
export function tinyModel(sentence: string): Buffer {
  const words = sentence.split(" ").map((word, at): Token => ({ text: (at > 0 ? space : "") + word, kind: kinds.ordinary, score: -50 }));
  const tokens = [
    ...special.map((text, at): Token => ({ text, kind: at === 0 ? kinds.unknown : kinds.control, score: 0 })),
    ...Array.from({ length: 256 }, (_, byte): Token => ({ text: `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`, kind: kinds.byte, score: 0 })),
    ...[space, ...Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at))].map((text): Token => ({ text, kind: kinds.ordinary, score: -1 })),
    ...words,
  ];
  const first = tokens.length - words.length;
  return write(header(tokens), tensors(tokens.length, [idOf("<|assistant|>"), ...words.map((_, at) => first + at), idOf("</s>")]));
}

const header = (tokens: readonly Token[]): readonly Buffer[] => [
  pair("general.architecture", text("llama")), pair("general.name", text("tiny-test")), pair("general.alignment", u32(32)),
  pair("llama.context_length", u32(size.context)), pair("llama.embedding_length", u32(size.embedding)), pair("llama.block_count", u32(size.layers)),
  pair("llama.feed_forward_length", u32(size.inner)), pair("llama.attention.head_count", u32(size.heads)), pair("llama.attention.layer_norm_rms_epsilon", f32(1e-5)),
  pair("llama.rope.dimension_count", u32(size.embedding / size.heads)), pair("llama.vocab_size", u32(tokens.length)),
  pair("tokenizer.ggml.model", text("llama")), pair("tokenizer.ggml.tokens", list(tokens.map((token) => text(token.text)))),
  pair("tokenizer.ggml.scores", list(tokens.map(({ score }) => f32(score)))), pair("tokenizer.ggml.token_type", list(tokens.map(({ kind }) => i32(kind)))),
  pair("tokenizer.ggml.bos_token_id", u32(idOf("<s>"))), pair("tokenizer.ggml.eos_token_id", u32(idOf("</s>"))), pair("tokenizer.ggml.unknown_token_id", u32(idOf("<unk>"))),
  pair("tokenizer.ggml.add_bos_token", yes), pair("tokenizer.ggml.add_space_prefix", no), pair("tokenizer.chat_template", text(template)),
];

function tensors(vocabulary: number, chain: readonly number[]): readonly Tensor[] {
  const { embedding: width, inner, layers } = size;
  const random = seeded(12_345);
  const embeddings = Float32Array.from({ length: vocabulary * width }, random);
  const output = new Float32Array(vocabulary * width);
  for (const [at, token] of chain.slice(1).entries()) output.set(embeddings.subarray(chain[at]! * width, (chain[at]! + 1) * width), token * width);
  const ones = (name: string): Tensor => ({ name, shape: [width], values: new Float32Array(width).fill(1) });
  const nothing = (name: string, columns: number, rows: number): Tensor => ({ name, shape: [columns, rows], values: new Float32Array(columns * rows) });
  return [
    { name: "token_embd.weight", shape: [width, vocabulary], values: embeddings }, ones("output_norm.weight"), { name: "output.weight", shape: [width, vocabulary], values: output },
    ...Array.from({ length: layers }, (_, layer) => [
      ones(`blk.${layer}.attn_norm.weight`), ones(`blk.${layer}.ffn_norm.weight`),
      ...["q", "k", "v", "output"].map((part) => nothing(`blk.${layer}.attn_${part}.weight`, width, width)),
      nothing(`blk.${layer}.ffn_gate.weight`, width, inner), nothing(`blk.${layer}.ffn_up.weight`, width, inner), nothing(`blk.${layer}.ffn_down.weight`, inner, width),
    ]).flat(),
  ];
}

function write(pairs: readonly Buffer[], all: readonly Tensor[]): Buffer {
  const blocks = all.map(({ values }) => padded(Buffer.from(values.buffer)));
  const starts = blocks.map((_, at) => blocks.slice(0, at).reduce((sum, { length }) => sum + length, 0));
  const places = all.map(({ name, shape }, at) => Buffer.concat([bare(name), u32(shape.length).value, ...shape.map(u64), u32(0).value, u64(starts[at]!)]));
  return Buffer.concat([padded(Buffer.concat([Buffer.from("GGUF"), u32(3).value, u64(all.length), u64(pairs.length), ...pairs, ...places])), ...blocks]);
}

interface Value { readonly type: number; readonly value: Buffer }
const bytes = (length: number, fill: (into: Buffer) => void) => {
  const made = Buffer.alloc(length);
  fill(made);
  return made;
};
const u64 = (value: number) => bytes(8, (into) => into.writeBigUInt64LE(BigInt(value)));
const u32 = (value: number): Value => ({ type: 4, value: bytes(4, (into) => into.writeUInt32LE(value)) });
const i32 = (value: number): Value => ({ type: 5, value: bytes(4, (into) => into.writeInt32LE(value)) });
const f32 = (value: number): Value => ({ type: 6, value: bytes(4, (into) => into.writeFloatLE(value)) });
const bare = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
const text = (value: string): Value => ({ type: 8, value: bare(value) });
const list = (values: readonly Value[]): Value => ({ type: 9, value: Buffer.concat([u32(values[0]!.type).value, u64(values.length), ...values.map(({ value }) => value)]) });
const [no, yes] = [0, 1].map((value): Value => ({ type: 7, value: Buffer.from([value]) })) as [Value, Value];
const pair = (key: string, { type, value }: Value) => Buffer.concat([bare(key), u32(type).value, value]);
const padded = (block: Buffer) => Buffer.concat([block, Buffer.alloc((32 - (block.length % 32)) % 32)]);

/** Six even draws, added, are near enough a normal one. */
function seeded(seed: number): () => number {
  const state = { seed };
  const draw = () => {
    state.seed ^= state.seed << 13;
    state.seed ^= state.seed >>> 17;
    state.seed ^= state.seed << 5;
    return (state.seed >>> 0) / 2 ** 32 - 0.5;
  };
  return () => 1.414 * Array.from({ length: 6 }, draw).reduce((sum, each) => sum + each, 0);
}
