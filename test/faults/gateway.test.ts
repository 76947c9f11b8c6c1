/** The gateway is killed after it has stood for a while. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { pause, waitFor } from "../editor/waitFor.ts";
import { endGateway } from "../gateway/endGateway.ts";
import { runCommand } from "../support/commandLine.ts";
import { freePort } from "../support/freePort.ts";
import { buildBundles } from "../support/serverBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundles = buildBundles("cli", "gateway");
after(bundles.remove);

test("one that is killed stands again, and the next request goes through", { skip: process.platform !== "linux" }, async (context) => {
  const ending = { stop: (): Promise<unknown> => Promise.resolve() };
  context.after(() => ending.stop());
  const home = temporaryFolder(context);
  const model = createServer((_, response) => void response.end("from the model")).listen(0, "127.0.0.1");
  context.after(() => model.close());
  await new Promise((resolve) => model.once("listening", resolve));
  const [upstream, port] = [(model.address() as AddressInfo).port, await freePort()];
  const run = (action: string) => runCommand(bundles.folder, { args: ["gateway", action, "--port", String(port), "--upstream", String(upstream)], folder: home, home });
  ending.stop = () => run("stop");
  assert.equal((await run("start")).code, 0);
  await pause(5500); // sooner it is not started again
  endGateway(port);
  const said = await waitFor("an answer", () => fetch(`http://127.0.0.1:${port}/v1/models`).then((answer) => answer.text(), () => undefined));
  assert.equal(said, "from the model");
});
