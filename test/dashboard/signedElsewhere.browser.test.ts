/** A collector without keys: a signed policy is uploaded on the page, published, and how far it has come on the machines is seen. */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { enrol } from "../../src/node/reporting/enrol.ts";
import { signIn, type SignedIn } from "../collector/signIn.ts";
import { startCollector, type RunningCollector } from "../collector/startCollector.ts";
import { createOrganisation } from "../support/organisation.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard, type Dashboard } from "./openDashboard.ts";

const northwind = createOrganisation("northwind", Date.now());
const running: { browser?: Browser; collector?: RunningCollector; ada?: Dashboard; person?: SignedIn } = {};
before(async (context) => {
  running.browser = await launchBrowser();
  running.collector = await startCollector(temporaryFolder(context as Parameters<typeof temporaryFolder>[0]), ["--organisation", "northwind", "--root-key", northwind.root.publicKey]);
  running.person = await signIn(running.collector);
  running.ada = await openDashboard(running.browser, running.collector, "");
  const [name = "", value = ""] = running.person.cookie.split("=");
  await running.ada.page.context().addCookies([{ name, value, url: running.collector.url }]);
});
after(async () => {
  await running.browser?.close();
  await running.collector?.stop();
});

const upload = async (text: string) => running.ada!.page.getByLabel("Signed policy").setInputFiles({ name: "signed.json", mimeType: "application/json", buffer: Buffer.from(text) });

test("what is no signed policy is refused with the reason, one that is becomes a proposal that shows what it changes", async () => {
  const { page, open } = running.ada!;
  await open("/policy");
  await page.getByText("this collector holds no key").waitFor();
  assert.equal(await page.getByRole("heading", { name: "Propose a change" }).count(), 0);
  await upload("version: 1");
  await page.getByRole("alert").getByText("it is not what gatelodge policy sign writes").waitFor();
  await upload(JSON.stringify(createOrganisation("northwind", Date.now()).signed()));
  await page.getByRole("alert").getByText("no machine would take it (keys-key)").waitFor();
  await upload(JSON.stringify(northwind.signed({ version: 2, next: { id: "winter", document: { version: 1, name: "winter" }, percent: 100 } })));
  await page.getByText("signed elsewhere, number 2; winter first for 100 %").waitFor();
  await page.getByRole("button", { name: "Publish proposal 1" }).click();
  await page.getByText("What is in force ends on").waitFor();
});

test("the page says which machines have it: one has taken it, one was given it again and again", async () => {
  const { page, open, screenshot } = running.ada!;
  const { url, enrolmentToken } = running.collector!;
  const ask = async (token: string, etag?: string) => (await fetch(`${url}/v1/policy`, { headers: { authorization: `Bearer ${token}`, ...(etag === undefined ? {} : { "if-none-match": etag }) } })).headers.get("etag") ?? undefined;
  const devices = await Promise.all([0, 1].map(async () => {
    const enrolled = await enrol({ endpoint: url, token: enrolmentToken, host: { os: "linux", arch: "x64", guardVersion: "0.1.0" }, fetch });
    return enrolled.kind === "enrolled" ? enrolled.device : assert.fail(enrolled.kind);
  }));
  const [good, bad] = devices;
  await ask(good?.deviceToken ?? "", await ask(good?.deviceToken ?? ""));
  for (let times = 0; times < 3; times += 1) await ask(bad?.deviceToken ?? "");
  await open("/policy");
  const row = (text: string) => page.getByRole("region", { name: "How many machines have the policy that is served" }).getByRole("row", { name: text });
  assert.deepEqual(await row("It holds there").getByRole("cell").allInnerTexts(), ["1", "1"]);
  assert.deepEqual(await row("Was given it and did not take it").getByRole("cell").allInnerTexts(), ["1", "1"]);
  await page.getByText("Machines that do not have it yet").click();
  await page.getByRole("link", { name: (bad?.deviceId ?? "").slice(0, 8) }).waitFor();
  await screenshot("policy-signed-elsewhere");
  await page.emulateMedia({ colorScheme: "dark" });
  await screenshot("policy-signed-elsewhere-dark");
  await page.getByRole("link", { name: (bad?.deviceId ?? "").slice(0, 8) }).click();
  await page.waitForURL(/\/devices\//);
  assert.deepEqual(running.ada!.complaints.filter((each) => !each.includes("422")), []);
});
