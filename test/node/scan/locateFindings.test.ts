import assert from "node:assert/strict";
import { test } from "node:test";
import { locateFindings } from "../../../src/node/scan/locateFindings.ts";

const finding = (start: number, end: number) => ({ detector: "x", kind: "secret", tier: "likely", start, end } as const);
const places = (text: string, ...findings: readonly (readonly [number, number])[]) => locateFindings(text, findings.map(([start, end]) => finding(start, end))).map(({ line, character, endLine, endCharacter }) => [line, character, endLine, endCharacter]);

test("lines end at \\n, \\r\\n and \\r, as in an editor", () => {
  assert.deepEqual(places("a\nb\r\nc\rd", [0, 1], [2, 3], [5, 6], [7, 8]), [[0, 0, 0, 1], [1, 0, 1, 1], [2, 0, 2, 1], [3, 0, 3, 1]]);
});

test("characters are UTF-16 code units, and a finding may go over lines", () => {
  assert.deepEqual(places("😀key\nrest", [2, 8]), [[0, 2, 1, 2]]);
});
