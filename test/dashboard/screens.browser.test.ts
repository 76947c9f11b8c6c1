/** Pictures of every page with 5,000 made-up machines, in both colour schemes, for people to look at; and what must hold for all. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { totpAt } from "../../src/collector/accounts/totp.ts";
import { startCollector, type RunningCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard, type Dashboard } from "./openDashboard.ts";

const password = "correct horse battery staple";
const running: { browser?: Browser; collector?: RunningCollector; secret?: string } = {};
before(async (context) => {
  running.browser = await launchBrowser();
  running.collector = await startCollector(temporaryFolder(context as Parameters<typeof temporaryFolder>[0]), ["--demo", "5000"]);
});
after(async () => {
  await running.browser?.close();
  await running.collector?.stop();
});

const pages = {
  overview: "/", ai: "/ai", events: "/events", "events-of-a-rule": "/events?name=gatelodge.decision&subject=secrets", devices: "/devices", "devices-silent": "/devices?state=silent",
  policy: "/policy", exceptions: "/exceptions", identities: "/identities", audit: "/audit", enrolment: "/enrolment", people: "/people", "not-found": "/devices/none",
};
const policy = (effect: string) => `version: 1\nname: Northwind\nrules:\n  - { id: own, when: { findings: [secret] }, effect: ${effect} }\n`;

async function post(dashboard: Dashboard, path: string, data: object): Promise<Readonly<Record<string, unknown>>> {
  const answer = await dashboard.page.request.post(`${running.collector!.url}${path}`, { data, headers: { "x-gatelodge": "1" } });
  assert.ok(answer.ok(), `${path}: ${answer.status()}`);
  return (await answer.json()) as Readonly<Record<string, unknown>>;
}

async function signIn(dashboard: Dashboard, step: number): Promise<void> {
  await post(dashboard, "/api/session", { name: "ada", password, code: totpAt(running.secret ?? "", Math.floor(Date.now() / 30_000) + step) });
}

test("the ways in, in both colour schemes", async () => {
  const dashboard = await openDashboard(running.browser!, running.collector!, "");
  await dashboard.open("/");
  await dashboard.screenshot("set-up-light");
  const { totp } = await post(dashboard, "/api/setup", { token: running.collector!.adminToken, name: "ada", password });
  running.secret = new URL(String(totp)).searchParams.get("secret") ?? "";
  await dashboard.page.emulateMedia({ colorScheme: "dark" });
  await dashboard.open("/");
  await dashboard.screenshot("sign-in-dark");
  await signIn(dashboard, -1);
  await post(dashboard, "/api/policies", { yaml: policy("warn"), note: "the first" });
  await post(dashboard, "/api/policies/1/approve", {});
  await post(dashboard, "/api/policies", { yaml: policy("redact"), note: "masked, at first for some", percent: 10 });
  await post(dashboard, "/api/policies/2/approve", {});
  await post(dashboard, "/api/policies", { yaml: `${policy("block")}mode: monitor\n`, note: "stricter" });
  await post(dashboard, "/api/policies/monitor", { rule: "hidden-text", on: true });
  await dashboard.page.context().close();
});

for (const [index, colorScheme] of (["light", "dark"] as const).entries()) test(`every page is shown in ${colorScheme}, says that it is a demo, asks nobody else, and keeps to its own content policy`, async () => {
  const dashboard = await openDashboard(running.browser!, running.collector!, "", { colorScheme });
  const { page, open, screenshot, complaints, hosts } = dashboard;
  await signIn(dashboard, index);
  for (const [name, path] of Object.entries(pages)) {
    await open(path);
    await page.getByText("These machines and events are made up.").waitFor();
    assert.equal(await page.getByRole("alert").count(), name === "not-found" ? 1 : 0, name);
    await screenshot(`${name}-${colorScheme}`);
  }
  assert.deepEqual(complaints.filter((complaint) => !complaint.includes("404")), []);
  assert.deepEqual([...hosts], [new URL(running.collector!.url).host]);
  await page.context().close();
});
