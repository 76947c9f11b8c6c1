import assert from "node:assert/strict";
import { test } from "node:test";
import { isMedia } from "../../src/protocols/isMedia.ts";

const inBase64 = (...bytes: readonly number[]) => Buffer.concat([Buffer.from(bytes), Buffer.alloc(60, 7)]).toString("base64");

test("pictures, sounds and files are told by how they begin, or by the kind before them", () => {
  for (const text of [inBase64(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), inBase64(0xff, 0xd8, 0xff, 0xe0), inBase64(...Buffer.from("GIF89a")), inBase64(...Buffer.from("RIFF1234WEBP")), inBase64(...Buffer.from("%PDF-1.7")), inBase64(0x50, 0x4b, 0x03, 0x04), inBase64(0, 0, 0, 0x18, ...Buffer.from("ftypmp42")), `data:application/x-unknown;base64,${inBase64(1)}`]) assert.ok(isMedia(text), text.slice(0, 20));
});

test("texts are none, in base64 neither, nor is what is too short to hold anything", () => {
  for (const text of ["Why does this fail? ".repeat(10), Buffer.from("a text in base64, which is decoded and looked through").toString("base64"), `data:text/plain;base64,${inBase64(65)}`, "data: is a word, and base64, another, and so on and so on", "/9j/short", "//usr/bin/env and then a long comment that goes on and on"]) assert.ok(!isMedia(text), text.slice(0, 30));
});
