import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { locationsFor } from "../../../src/node/locations.ts";
import { stopGateway } from "../../../src/node/pointing/gatewayControl.ts";
import { openGatewayKey } from "../../../src/node/pointing/gatewayKey.ts";
import { gatewayPlaces } from "../../../src/node/pointing/gatewayPlaces.ts";
import { standByPointed } from "../../../src/node/pointing/standByPointed.ts";
import { freePort } from "../../support/freePort.ts";
import { pointAll } from "../../support/pointAll.ts";
import { buildBundles } from "../../support/serverBundle.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const bundles = buildBundles("gateway");
after(bundles.remove);

/** A home as it is after a restart of the machine: pointed or not, and nothing runs. */
async function setUp(context: TestContext, isPointed: boolean) {
  const ending: { stop?: () => Promise<unknown> } = {};
  context.after(() => ending.stop?.());
  const home = temporaryFolder(context);
  const [{ state }, port, file] = [locationsFor(process.platform, home, ""), await freePort(), join(home, ".continue/config.yaml")];
  if (isPointed) mkdirSync(dirname(file));
  if (isPointed) writeFileSync(file, "apiBase: http://localhost:11434\n");
  pointAll(home, port);
  ending.stop = () => stopGateway(openGatewayKey(gatewayPlaces(state).key), port);
  return { port, file, key: gatewayPlaces(state).key, stand: () => standByPointed({ home, state, dist: bundles.folder, runtime: process.execPath }) };
}

test("where an assistant is pointed at it the gateway is started, once", async (context) => {
  const { stand } = await setUp(context, true);
  assert.deepEqual([(await stand())?.outcome, (await stand())?.outcome], ["started", "running"]);
});

test("where its key could not be read that is told, once, though it runs", async (context) => {
  const { key, stand } = await setUp(context, true);
  writeFileSync(key, "");
  const [first, second] = [await stand(), await stand()];
  assert.deepEqual([first?.isAnew, first?.outcome, second?.isAnew, second?.outcome], [true, "started", false, "running"]);
});

test("where none is pointed nothing is started", async (context) => {
  const { port, stand } = await setUp(context, false);
  assert.equal(await stand(), undefined);
  await assert.rejects(fetch(`http://127.0.0.1:${port}`));
});

test("where its port is taken that is told, and settings can be put back", async (context) => {
  const { port, file, stand } = await setUp(context, true);
  const other = createServer((_, response) => void response.end()).listen(port, "127.0.0.1");
  context.after(() => other.close());
  await new Promise((resolve) => other.once("listening", resolve));
  const stood = await stand();
  assert.equal(stood?.outcome, "failed");
  for (const each of stood.pointing.pointed()) stood.pointing.unpoint(each);
  assert.equal(readFileSync(file, "utf8"), "apiBase: http://localhost:11434\n");
});
