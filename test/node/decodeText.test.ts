import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { decodeText } from "../../src/node/decodeText.ts";

const swap = (text: string) => Buffer.from(text, "utf16le").swap16();

test("UTF-8, UTF-16 in both orders, with and without a byte order mark, is text; the mark is no part of it", () => {
  const text = "key = value, änd so on\n";
  for (const bytes of [Buffer.from(text), Buffer.from(`\ufeff${text}`), Buffer.from(text, "utf16le"), Buffer.from(`\ufeff${text}`, "utf16le"), swap(text), swap(`\ufeff${text}`)]) assert.equal(decodeText(bytes), text);
});

test("broken UTF-8 is text, and so is nothing at all", () => {
  assert.equal(decodeText(Buffer.from([0x61, 0xff, 0x62])), "a\ufffdb");
  assert.equal(decodeText(Buffer.alloc(0)), "");
});

test("noise, compressed files and programs are no text", () => {
  for (const bytes of [randomBytes(5000), gzipSync(randomBytes(5000)), Buffer.concat([Buffer.from("\x7fELF"), Buffer.alloc(200)])]) assert.equal(decodeText(bytes), undefined);
});

test("a zero byte does not hide a text", () => {
  assert.equal(decodeText(Buffer.from(`\0${"password = hunter2\n".repeat(10)}`))?.includes("hunter2"), true);
});
