import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openGatewayKey } from "../../../src/node/pointing/gatewayKey.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

test("the first key is made in silence and kept; one that cannot be read is made anew, which is told, and tokens by the old one no longer count", (context) => {
  const file = join(temporaryFolder(context), "gateway/key");
  const [first, second] = [openGatewayKey(file), openGatewayKey(file)];
  assert.deepEqual([first.isAnew, second.isAnew, second.isTokenOf("codex", first.tokenOf("codex"))], [false, false, true]);
  writeFileSync(file, "cut off");
  const third = openGatewayKey(file);
  assert.deepEqual([third.isAnew, third.isTokenOf("codex", first.tokenOf("codex")), openGatewayKey(file).isAnew], [true, false, false]);
});
