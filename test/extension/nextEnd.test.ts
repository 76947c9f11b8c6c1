import assert from "node:assert/strict";
import { test } from "node:test";
import { nextEnd } from "../../src/extension/nextEnd.ts";

test("the earliest permission or exception that still holds ends next", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");
  const exceptions = [{ expires: "2026-01-01T00:00:20Z" }, { expires: "2025-12-31T00:00:00Z" }];
  assert.equal(nextEnd(now, { grants: [{ until: now + 30_000 }, { until: now - 1 }], exceptions }), now + 20_000);
  assert.equal(nextEnd(now, { grants: [{ until: now + 10_000 }], exceptions }), now + 10_000);
});

test("where nothing is softened, nothing ends", () => {
  assert.equal(nextEnd(0, { grants: [], exceptions: [] }), undefined);
  assert.equal(nextEnd(5, { grants: [{ until: 5 }], exceptions: [] }), undefined);
});
