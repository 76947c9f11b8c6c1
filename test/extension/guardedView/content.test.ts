import assert from "node:assert/strict";
import { test } from "node:test";
import { toBytes, toContent } from "../../../src/extension/guardedView/content.ts";

test("text comes back byte for byte, with its byte order mark and line ends", () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x41, 0x0d, 0x0a, 0xc3, 0xa4);
  const content = toContent(bytes);
  assert.ok("text" in content);
  assert.deepEqual(toBytes(content.text), bytes);
});

test("binary, invalid and large files are refused with a reason", () => {
  assert.deepEqual([Uint8Array.of(0x41, 0), Uint8Array.of(0xff, 0xfe), new Uint8Array(200_001).fill(0x41)].map(toContent), [
    { unsuitable: "It is binary." }, { unsuitable: "It is not valid UTF-8." }, { unsuitable: "It is larger than 200 kB." },
  ]);
});
