import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { runKills } from "../../support/killed/killRun.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

// Many more, and more at a time, in test/bench/spool.bench.ts.
test("of what was kept nothing is lost, whichever writer or sender is killed, and however the endpoint fails", { timeout: 60_000 }, async (context) => {
  const result = await runKills({ folder: join(temporaryFolder(context), "spool"), kills: 8, writers: 2, senders: 2, events: 4000, between: 400 });
  assert.ok(result.acknowledged > 1000 && result.requests > 3, JSON.stringify(result));
  assert.deepEqual([result.lost, result.left], [0, 0], JSON.stringify(result));
});
