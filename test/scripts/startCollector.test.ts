import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { startCollector } from "../../scripts/toolchain/startCollector.mjs";
import { temporaryFolder } from "../support/temporaryFolder.ts";

test("the demo's collector shows made-up machines to whoever has its token, and ends", async (context) => {
  const { url, adminToken, stop } = await startCollector(join(temporaryFolder(context), "collector"), 3);
  const ask = async (path: string) => (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${adminToken}` } })).json() as Promise<Readonly<Record<string, unknown>>>;
  assert.deepEqual([await ask("/api/notice"), (await ask("/api/overview"))["devices"]], [{ demo: true }, 3]);
  await stop();
  await assert.rejects(fetch(`${url}/health`));
});
