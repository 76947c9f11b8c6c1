/** Pictures of every page with 5,000 made-up machines, in both colour schemes, for people to look at; and what must hold for all. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { startCollector, type RunningCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard } from "./openDashboard.ts";

const running: { browser?: Browser; collector?: RunningCollector } = {};
before(async (context) => {
  running.browser = await launchBrowser();
  running.collector = await startCollector(temporaryFolder(context as Parameters<typeof temporaryFolder>[0]), ["--demo", "5000"]);
});
after(async () => {
  await running.browser?.close();
  await running.collector?.stop();
});

const pages = { overview: "/", ai: "/ai", events: "/events", "events-of-a-rule": "/events?name=gatelodge.decision&subject=secrets", devices: "/devices", "devices-silent": "/devices?state=silent" };

for (const colorScheme of ["light", "dark"] as const) test(`every page is shown in ${colorScheme}, says that it is a demo, asks nobody else, and keeps to its own content policy`, async () => {
  const { page, open, screenshot, complaints, hosts } = await openDashboard(running.browser!, running.collector!, undefined, { colorScheme });
  for (const [name, path] of Object.entries(pages)) {
    await open(path);
    await page.getByText("These machines and events are made up.").waitFor();
    assert.equal(await page.getByRole("alert").count(), 0, name);
    await screenshot(`${name}-${colorScheme}`);
  }
  assert.deepEqual(complaints, []);
  assert.deepEqual([...hosts], [new URL(running.collector!.url).host]);
  await page.context().close();
});
