/** Which machine something came from: one asks with a reason, another agrees, both may look. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { signIn, signInAlso, type SignedIn } from "../collector/signIn.ts";
import { startCollector, type RunningCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard, type Dashboard } from "./openDashboard.ts";
import { enrolMachine, stopped, type Machine } from "./reports.ts";

const running: { browser?: Browser; collector?: RunningCollector; machine?: Machine; olga?: Dashboard; max?: Dashboard } = {};
async function openAs({ cookie }: SignedIn): Promise<Dashboard> {
  const dashboard = await openDashboard(running.browser!, running.collector!, "");
  const [name = "", value = ""] = cookie.split("=");
  await dashboard.page.context().addCookies([{ name, value, url: running.collector!.url }]);
  return dashboard;
}
before(async (context) => {
  running.browser = await launchBrowser();
  running.collector = await startCollector(temporaryFolder(context as Parameters<typeof temporaryFolder>[0]));
  const ada = await signIn(running.collector);
  running.machine = await enrolMachine(running.collector);
  await running.machine.report("decision", stopped);
  running.olga = await openAs(await signInAlso(running.collector, ada, "olga", "operator"));
  running.max = await openAs(await signInAlso(running.collector, ada, "max", "approver"));
});
after(async () => {
  await running.browser?.close();
  await running.collector?.stop();
});

test("an operator asks at the event, with a reason", async () => {
  const { page, open } = running.olga!;
  await open("/events");
  await page.locator("table.events").getByRole("button").first().click();
  await page.getByText("Which machine was it?").click();
  await page.getByLabel("Why it has to be known").fill("no");
  await page.getByRole("button", { name: "Ask an approver" }).click();
  await page.getByRole("alert").getByText("a reason of some words").waitFor();
  await page.getByLabel("Why it has to be known").fill("the token has to be changed");
  await page.keyboard.press("Enter");
  await page.getByText("It is asked for.").waitFor();
  assert.ok(!(await page.content()).includes(running.machine!.id));
  await page.getByRole("link", { name: "Re-identification" }).last().click();
  await page.getByRole("row", { name: "the token has to be changed" }).getByText("somebody else agrees").waitFor();
});

test("an approver agrees, both see the machine, and each look is in the audit", async () => {
  const { page, open, screenshot, complaints } = running.max!;
  await open("/events");
  await page.locator("table.events").getByRole("button").first().click();
  assert.equal(await page.getByText("Which machine was it?").count(), 0, "an approver does not ask");
  await open("/identities");
  await screenshot("identities-light");
  await page.getByRole("button", { name: "Agree to 1" }).click();
  await page.getByRole("button", { name: "Look at 1" }).click();
  await page.getByRole("link", { name: running.machine!.id.slice(0, 8) }).waitFor();
  await page.emulateMedia({ colorScheme: "dark" });
  await screenshot("identities-dark");
  await running.olga!.open("/identities");
  await running.olga!.page.getByRole("button", { name: "Look at 1" }).click();
  await running.olga!.page.getByRole("link", { name: running.machine!.id.slice(0, 8) }).click();
  await running.olga!.page.getByRole("heading", { name: `Machine ${running.machine!.id.slice(0, 8)}` }).waitFor();
  await open("/audit");
  for (const who of ["olga", "max"]) await page.getByRole("row", { name: new RegExp(`${who} identity\\.look`) }).waitFor();
  assert.deepEqual(complaints, []);
});
