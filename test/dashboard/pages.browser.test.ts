/** What people see and do on the dashboard's pages, with a collector that machines report to. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { startCollector, type RunningCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard, type Dashboard } from "./openDashboard.ts";
import { enrolMachine, standing, stopped } from "./reports.ts";

const running: { browser?: Browser; collector?: RunningCollector; dashboard?: Dashboard } = {};
const dashboard = () => running.dashboard!;
const collector = () => running.collector!;
before(async (context) => {
  running.browser = await launchBrowser();
  running.collector = await startCollector(temporaryFolder(context as Parameters<typeof temporaryFolder>[0]));
  running.dashboard = await openDashboard(running.browser, running.collector);
});
after(async () => {
  await running.browser?.close();
  await running.collector?.stop();
});

test("before the first machine the overview says what to do, and the other pages that there is nothing", async () => {
  const { page, open } = dashboard();
  await open("/");
  await page.getByRole("heading", { name: "No machine is enrolled yet" }).waitFor();
  await open("/devices");
  await page.getByText("No machine is enrolled yet.").waitFor();
  await open("/events");
  await page.getByText("No event fits.").waitFor();
});

test("what a machine stopped is on the overview, leads to the events of its rule, and one event opens by the keyboard", async () => {
  const machine = await enrolMachine(collector());
  await machine.report("heartbeat", standing);
  await machine.report("decision", stopped);
  await machine.report("decision", { ...stopped, "gatelodge.rule.id": "secrets", "gatelodge.effect.enforced": "redact" });
  const { page, open } = dashboard();
  await open("/");
  await page.locator(".figure", { hasText: "Stopped, 7 days" }).getByText("1", { exact: true }).waitFor();
  await page.getByText("1 of 1 enrolled").waitFor();
  await page.getByRole("link", { name: "above-ceiling" }).click();
  await page.getByText("1 events").waitFor();
  assert.match(page.url(), /\/events\?name=gatelodge\.decision&subject=above-ceiling$/);
  const opener = page.getByRole("table").getByRole("button");
  assert.equal(await opener.count(), 1);
  await opener.focus();
  await page.keyboard.press("Enter");
  await page.getByText("gatelodge.label").waitFor();
  assert.equal(await opener.getAttribute("aria-expanded"), "true");
  assert.ok(!(await page.locator("main").innerText()).includes(machine.id.slice(0, 8)), "who it was is not told");
});

test("a filter stays through a reload, the way back, and is dropped by itself", async () => {
  const { page, open } = dashboard();
  await open("/events");
  await page.getByText("2 events").waitFor();
  await page.getByLabel("Rule or cause").fill("secrets");
  await page.keyboard.press("Enter");
  await page.getByText("1 events").waitFor();
  await page.reload();
  await page.getByText("1 events").waitFor();
  await page.getByRole("link", { name: "Masked" }).click();
  await page.waitForURL(/effect=redact/);
  await page.getByRole("link", { name: "Drop the filter Done" }).click();
  await page.waitForURL((url) => !url.search.includes("effect"));
  await page.goBack();
  await page.waitForURL(/effect=redact/);
  await page.getByRole("link", { name: "Drop all" }).click();
  await page.getByText("2 events").waitFor();
});

test("a machine that was tampered with needs attention, and its page says what happened", async () => {
  const machine = await enrolMachine(collector());
  await machine.report("heartbeat", standing);
  await machine.report("tamper", { "gatelodge.tamper.kind": "hooksChanged", "gatelodge.assistant.id": "claude-code" });
  const { page, open } = dashboard();
  await open("/");
  await page.getByRole("link", { name: "Changed 1 machines" }).click();
  await page.waitForURL(/\/devices\?state=tampered/);
  await page.getByRole("link", { name: machine.id.slice(0, 8) }).click();
  await page.getByRole("heading", { name: `Machine ${machine.id.slice(0, 8)}` }).waitFor();
  await page.getByRole("table").getByText("hooksChanged").waitFor();
});

test("names that machines send are text, whatever they say, and break nothing of the page's own rules", async () => {
  const machine = await enrolMachine(collector());
  const hostile = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script>`;
  await machine.report("decision", { ...stopped, "gatelodge.rule.id": hostile, "gatelodge.assistant.id": "javascript:alert(1)", "gatelodge.channel": "\u202e<b>x" });
  const { page, open, complaints, hosts } = dashboard();
  for (const path of ["/", "/events", `/events?subject=${encodeURIComponent(hostile)}`, "/ai"]) {
    await open(path);
    await page.getByText(path === "/ai" ? "javascript:alert(1)" : hostile).first().waitFor();
  }
  assert.equal(await page.locator("main img, main script, main b").count(), 0);
  assert.notEqual(await page.title(), "owned");
  assert.deepEqual(complaints, []);
  assert.deepEqual([...hosts], [new URL(collector().url).host]);
});

test("by the keyboard alone: the content is skipped to, and whoever follows a link is where it led", async () => {
  const { page, open } = dashboard();
  await open("/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate("document.activeElement.textContent"), "Skip to the content");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "AI in use" }).waitFor();
  assert.equal(await page.evaluate("document.activeElement.id"), "main");
  assert.equal(await page.title(), "AI in use – Gatelodge");
  assert.equal(await page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name: "AI in use" }).getAttribute("aria-current"), "page");
});

test("the chart's table says what the chart says", async () => {
  const { page, open } = dashboard();
  await open("/");
  await page.getByText("Show as a table").click();
  const today = new Date().toISOString().slice(0, 10);
  assert.equal((await page.getByRole("row", { name: today }).innerText()).replaceAll(/\s+/g, " "), `${today} 2 1 0`);
});

test("what is new appears by itself, a collector that does not answer is told, and so is that it answers again", async () => {
  const machine = await enrolMachine(collector());
  const { page, open } = dashboard();
  await page.clock.install();
  await open("/");
  const stoppedFigure = page.locator(".figure", { hasText: "Stopped, 7 days" }).locator(".value");
  assert.equal(await stoppedFigure.innerText(), "2");
  await machine.report("decision", stopped);
  await page.clock.runFor(31_000);
  await page.locator(".figure", { hasText: "Stopped, 7 days" }).getByText("3", { exact: true }).waitFor();
  await page.route("**/api/overview", (route) => route.abort());
  await page.clock.runFor(31_000);
  await page.getByRole("alert").getByText("The collector cannot be reached.").waitFor();
  await page.unroute("**/api/overview");
  await page.clock.runFor(31_000);
  await stoppedFigure.waitFor();
});

test("whoever has no token and no session is told nothing but the way in", async () => {
  const { page, open } = await openDashboard(running.browser!, collector(), "x".repeat(43));
  for (const path of ["/", "/events", "/devices", "/ai"]) {
    await open(path);
    await page.getByRole("heading", { name: "Set up Gatelodge" }).waitFor();
    assert.equal(await page.locator("nav, table, meter").count(), 0);
  }
});
