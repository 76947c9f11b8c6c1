import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { readModelHead } from "../../../src/inventory/models/readModelHead.ts";
import { ggufBytes } from "./ggufBytes.ts";

const folder = mkdtempSync(join(tmpdir(), "gatelodge-models-"));
after(() => rmSync(folder, { recursive: true }));
const file = (name: string, bytes: Buffer) => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

const texts = { "general.architecture": "llama", "general.name": "Tiny Llama", "general.license": "apache-2.0", "tokenizer.chat_template": "{{ messages }}" };

test("a GGUF file says its name, kind, licence and quantisation, and its parameters are counted, behind a vocabulary too", async () => {
  const path = file("tiny.gguf", ggufBytes({ vocabulary: 50_000, texts, numbers: { "general.file_type": 15 }, shapes: [[1000, 500], [32]] }));
  assert.deepEqual(await readModelHead(path), { format: "gguf", name: "Tiny Llama", architecture: "llama", licence: "apache-2.0", chatTemplate: "{{ messages }}", quantization: "Q4_K_M", parameters: 500_032 });
});

test("a model that is called otherwise is told by its first bytes", async () => {
  assert.equal((await readModelHead(file("sha256-00", ggufBytes({ texts }))))?.name, "Tiny Llama");
});

test("a head that ends too early, claims impossible counts, or nests lists without end is none", async () => {
  const whole = ggufBytes({ texts, shapes: [[1000, 500]] });
  const claims = Buffer.from(whole);
  claims.writeBigUInt64LE(2n ** 60n, 16);
  const nested = Buffer.concat([whole.subarray(0, 8), Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]), Buffer.from([1, 0, 0, 0, 0, 0, 0, 0, 0x61]), ...Array.from({ length: 1000 }, () => Buffer.from([9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]))]);
  for (const [at, bytes] of [whole.subarray(0, whole.length - 3), claims, nested, Buffer.from("GGUF"), Buffer.alloc(0)].entries()) assert.equal(await readModelHead(file(`broken${at}.gguf`, bytes)), undefined);
});

test("every cut and every flipped byte of a head gives a value or nothing, never an exception", async () => {
  const whole = ggufBytes({ texts, numbers: { "general.file_type": 1 }, shapes: [[2, 2]] });
  for (let at = 0; at < whole.length; at += 1) {
    const flipped = Buffer.from(whole);
    flipped[at]! ^= 0xff;
    await readModelHead(file("flipped.gguf", flipped));
    await readModelHead(file("cut.gguf", whole.subarray(0, at)));
  }
});

test("a safetensors file's parameters are counted from its shapes", async () => {
  const head = Buffer.from(JSON.stringify({ __metadata__: { format: "pt" }, a: { dtype: "BF16", shape: [10, 20], data_offsets: [0, 400] }, b: { dtype: "BF16", shape: [5], data_offsets: [400, 410] } }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(head.length));
  assert.deepEqual(await readModelHead(file("model.safetensors", Buffer.concat([length, head, Buffer.alloc(100)]))), { format: "safetensors", parameters: 205, quantization: "BF16" });
});

test("only the head of a file of five gigabytes is read", async () => {
  const path = file("large.gguf", ggufBytes({ texts, shapes: [[3, 3]] }));
  truncateSync(path, 5_000_000_000);
  assert.equal((await readModelHead(path))?.parameters, 9);
});

test("what is no model, no file or not there is none", async () => {
  for (const path of [file("text.gguf", Buffer.from("hello, this is a text and no model")), folder, join(folder, "none")]) assert.equal(await readModelHead(path), undefined);
});
