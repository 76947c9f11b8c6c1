import assert from "node:assert/strict";
import { test } from "node:test";
import { familyOf } from "../../../src/core/ai/modelFamilies.ts";

test("a published model is told by its family, whoever serves it", () => {
  const families = { "qwen3:8b": "qwen", "Qwen/Qwen2.5-Coder-7B-Instruct-GGUF": "qwen", "llama3.2:latest": "llama", "meta-llama/Llama-3.1-8B": "llama", "gpt-oss:20b": "gpt-oss", "hf.co/bartowski/Mistral-Small-24B": "mistral", "deepseek-r1": "deepseek" };
  for (const [name, family] of Object.entries(families)) assert.equal(familyOf(name), family, name);
});

test("a name that only begins alike, or is somebody's own, is of no family", () => {
  for (const name of ["northwind-pricing", "phishing-classifier", "yield-curve", "/home/ann/models/merger.gguf", ""]) assert.equal(familyOf(name), undefined, name);
});
