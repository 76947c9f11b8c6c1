import assert from "node:assert/strict";
import { test } from "node:test";
import { createRunningLimit } from "../../../src/extension/guards/runningLimit.ts";

test("no more than the limit runs at once, all of it in the end, and a failure frees its place", async () => {
  const inTurn = createRunningLimit(2);
  const seen = { running: 0, most: 0 };
  const work = (fails: boolean) => inTurn(async () => {
    seen.running += 1;
    seen.most = Math.max(seen.most, seen.running);
    await new Promise((resolve) => setImmediate(resolve));
    seen.running -= 1;
    if (fails) throw new Error("failed");
    return "done";
  });
  const results = await Promise.allSettled([true, false, true, false, false, false].map(work));
  assert.deepEqual(results.map(({ status }) => status), ["rejected", "fulfilled", "rejected", "fulfilled", "fulfilled", "fulfilled"]);
  assert.equal(seen.most, 2);
});
