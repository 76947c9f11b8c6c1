import assert from "node:assert/strict";
import { test } from "node:test";
import { findNumberRuns } from "../../../../src/core/detect/personal/numberRuns.ts";

const runs = (text: string) => [...findNumberRuns(text).values()].flat().sort((a, b) => a.start - b.start).map(({ written }) => written);

const written: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ["in one piece", "a 123456789, b", ["123456789"]],
  ["in groups", "x=536-22-8714;", ["536-22-8714"]],
  ["with mixed signs", "(529.817.346-08)", ["529.817.346-08"]],
  ["after another number", "1 536-22-8714", ["536-22-8714"]],
  ["with letters before", "iban DE44500105175407324931.", ["DE44500105175407324931"]],
  ["with a group of letters", "GB33 BUKB 2020 1555 5555 55 is", ["GB33 BUKB 2020 1555 5555 55"]],
  ["with letters on their own before", "no PW 48 27 16 C here", ["PW 48 27 16 C", "PW 48 27 16", "48 27 16"]],
  ["beside another one", "4716 2839 5047 2615 and 4716283950472615 123", ["4716 2839 5047 2615", "4716283950472615", "4716283950472615 123"]],
  ["not in identifiers", "a123456789 x_123456789 123456789b 123456789_", []],
  ["not in a UUID", "550e8400-e29b-41d4-a716-446655440000", []],
  ["not in paths, names and versions", "/item/123456789 img-123456789.png 123456789.jpg", []],
  ["not in a phone number", "+493073461841", []],
  ["not in hexadecimal", "0x12345678 deadbeef12345678", []],
];
for (const [name, text, expected] of written) test(`numbers ${name}`, () => assert.deepEqual(runs(text), expected));

test("whatever stands before, a number is found: none falls between two looks", () => {
  for (let length = 0; length < 40; length += 1) {
    for (const filler of ["a", " ", "A", "1,"]) assert.ok(runs(`${filler.repeat(length)};24817536;`).includes("24817536"), `${filler} ${length}`);
  }
});
