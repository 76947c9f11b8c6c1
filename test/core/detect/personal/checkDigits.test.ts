import assert from "node:assert/strict";
import { test } from "node:test";
import { isDay, passesLuhn, passesMod1110, passesVerhoeff, remainder97 } from "../../../../src/core/detect/personal/checkDigits.ts";

// Numbers that the standards and authorities print themselves.
test("check digits hold for the numbers their authorities print, and for no neighbour of those", () => {
  const sums: readonly (readonly [(digits: string) => boolean, string])[] = [
    [passesLuhn, "79927398713"], [passesVerhoeff, "2363"], [passesMod1110, "86095742719"],
    [(text) => remainder97(text.slice(4) + text.slice(0, 4)) === 1, "GB82WEST12345698765432"],
  ];
  for (const [passes, good] of sums) {
    assert.ok(passes(good), good);
    for (let digit = 1; digit < 10; digit += 1) assert.equal(passes(`${good.slice(0, -1)}${(Number(good.at(-1)) + digit) % 10}`), false, good);
  }
});

test("a day is one that some year has", () => {
  assert.deepEqual([["02", "29"], ["02", "30"], ["04", "31"], ["00", "10"], ["13", "01"], ["12", "31"]].map(([month = "", day = ""]) => isDay(month, day)), [true, false, false, false, false, true]);
});
