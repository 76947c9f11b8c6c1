import assert from "node:assert/strict";
import { test } from "node:test";
import { detect } from "../../src/core/detect/detect.ts";
import { detectors } from "../../src/core/detect/detectors.ts";
import { redact } from "../../src/core/redact.ts";
import type { Finding } from "../../src/core/request.ts";

const finding = (start: number, end: number, detector = "a"): Finding => ({ detector, kind: "secret", tier: "likely", start, end });

test("a finding becomes its detector's name and a number", () => {
  assert.deepEqual(redact("key = abc;", [finding(6, 9)]), { text: "key = [REDACTED:a-1];", masked: 1 });
});

test("the same value gets the same number, another one the next, per detector", () => {
  assert.equal(redact("x y x z", [finding(0, 1), finding(2, 3), finding(4, 5), finding(6, 7, "b")]).text, "[REDACTED:a-1] [REDACTED:a-2] [REDACTED:a-1] [REDACTED:b-1]");
});

test("findings in any order, that overlap or reach beyond the text, leave nothing of what they cover", () => {
  assert.deepEqual(redact("0123456789", [finding(6, 99), finding(4, 7), finding(-3, 2)]), { text: "[REDACTED:a-1]23[REDACTED:a-2]", masked: 2 });
});

test("empty findings and none change nothing", () => {
  assert.deepEqual(redact("abc", [finding(1, 1), finding(9, 12)]), { text: "abc", masked: 0 });
});

test("thousands of findings are no more work each than a few", () => {
  const time = (count: number) => {
    const findings = Array.from({ length: count }, (_, index) => finding(index * 4, index * 4 + 3));
    const text = Array.from({ length: count }, (_, index) => `${(index % 4096).toString(16).padStart(3, "0")} `).join("");
    const start = process.cpuUsage();
    assert.equal(redact(text, findings).masked, count);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  time(1000);
  // What copies or searches the findings before it for each one is far beyond this.
  assert.ok(time(40_000) < 1000);
});

for (const { id, examples } of detectors) {
  test(`what ${id} masks is gone, and redacting again changes nothing`, () => {
    for (const text of examples()) {
      const findings = detect(text);
      const once = redact(text, findings).text;
      // Names of columns are no values: they may stand there again.
      for (const { start, end, detector } of findings) if (!detector.endsWith("-columns")) assert.ok(!once.includes(text.slice(start, end)), "the value is still there");
      assert.deepEqual(redact(once, detect(once)), { text: once, masked: 0 });
    }
  });
}
