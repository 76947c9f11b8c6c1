/** What people who run a collector do on its pages: set it up, let machines in, publish a policy by two, look who did what. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { totpAt } from "../../src/collector/accounts/totp.ts";
import { enrol } from "../../src/node/reporting/enrol.ts";
import { startCollector, type RunningCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard, type Dashboard } from "./openDashboard.ts";

const password = "correct horse battery staple";
const running: { browser?: Browser; collector?: RunningCollector; ada?: Dashboard; bob?: Dashboard } = {};
const secrets = new Map<string, string>();
const used = new Map<string, number>();
before(async (context) => {
  running.browser = await launchBrowser();
  running.collector = await startCollector(temporaryFolder(context as Parameters<typeof temporaryFolder>[0]));
  running.ada = await openDashboard(running.browser, running.collector, "");
  running.bob = await openDashboard(running.browser, running.collector, "");
});
after(async () => {
  await running.browser?.close();
  await running.collector?.stop();
});

/** A code that did not count before: the next step's is taken, too, where this one's was used. */
function codeOf(name: string): string {
  const step = Math.max(Math.floor(Date.now() / 30_000) - 1, (used.get(name) ?? 0) + 1);
  used.set(name, step);
  return totpAt(secrets.get(name) ?? "", step);
}

async function readSecret(page: Page, name: string): Promise<void> {
  secrets.set(name, (await page.getByRole("region", { name: "Authenticator" }).locator(".key").innerText()).replaceAll(" ", ""));
}

async function signIn({ page }: Dashboard, name: string): Promise<void> {
  await page.getByRole("heading", { name: "Sign in to Gatelodge" }).waitFor();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Code of your authenticator").fill(codeOf(name));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.locator(".who", { hasText: name }).waitFor();
}

test("the first start asks for the first account, refuses a wrong token, and leads to where one wanted to go", async () => {
  const { page } = running.ada!;
  await page.goto(`${running.collector!.url}/enrolment`);
  await page.getByRole("heading", { name: "Set up Gatelodge" }).waitFor();
  await page.getByLabel("Administrator's token").fill("x".repeat(43));
  await page.getByLabel("Name").fill("ada");
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.getByRole("alert").getByText("the token does not count").waitFor();
  await page.getByLabel("Administrator's token").fill(running.collector!.adminToken);
  await page.getByRole("button", { name: "Make the account" }).click();
  await readSecret(page, "ada");
  await page.getByRole("button", { name: "Go on to sign in" }).click();
  await signIn(running.ada!, "ada");
  await page.getByRole("heading", { name: "Enrolment", level: 1 }).waitFor();
});

test("a token that is made there lets a machine in, with the machine file that is shown", async () => {
  const { page } = running.ada!;
  await page.getByLabel("For", { exact: true }).fill("laptops");
  await page.getByLabel("Machines at most").fill("1");
  await page.getByLabel("Days").fill("30");
  await page.getByRole("button", { name: "Make a token" }).click();
  const file = JSON.parse(await page.getByRole("region", { name: "Machine file" }).locator("pre").innerText()) as { readonly version: number; readonly organisation: { readonly rootKeys: readonly string[] }; readonly reporting: { readonly endpoint: string; readonly enrolmentToken: string } };
  assert.equal(file.version, 1);
  assert.equal(file.organisation.rootKeys.length, 1);
  const ask = (token: string) => enrol({ endpoint: file.reporting.endpoint, token, host: { os: "linux", arch: "x64", guardVersion: "0.1.0" }, fetch });
  assert.equal((await ask(file.reporting.enrolmentToken)).kind, "enrolled");
  assert.equal((await ask(file.reporting.enrolmentToken)).kind, "refused");
  await page.reload();
  await page.getByRole("row", { name: "laptops" }).getByText("used up").waitFor();
});

test("a list of machines there should be is counted, and the overview compares with it", async () => {
  const { page, open } = running.ada!;
  await open("/enrolment");
  await page.getByLabel("List").setInputFiles({ name: "machines.txt", mimeType: "text/plain", buffer: Buffer.from("a\nb\nc\nd\n") });
  await page.getByText("4 machines are expected.").waitFor();
  await open("/");
  await page.getByText("0 of 4 expected").waitFor();
});

test("a machine is sent away after a question, and counts no more", async () => {
  const { page, open } = running.ada!;
  await open("/devices");
  await page.getByRole("table").getByRole("link").click();
  page.once("dialog", (dialog) => void dialog.accept());
  await page.getByRole("button", { name: "Revoke this machine" }).click();
  await page.getByText("Revoked. Sent away").waitFor();
  await open("/");
  await page.getByRole("heading", { name: "No machine is enrolled yet" }).waitFor();
});

test("another person gets an account, and sees only what the role permits", async () => {
  const { page, open } = running.ada!;
  await open("/people");
  await page.getByLabel("Name").fill("bob");
  await page.getByLabel("First password").fill(password);
  await page.getByLabel(/^approver/).check();
  await page.getByRole("button", { name: "Make the account" }).click();
  await readSecret(page, "bob");
  await running.bob!.page.goto(running.collector!.url);
  await signIn(running.bob!, "bob");
  const pages = running.bob!.page.getByRole("navigation", { name: "Pages" });
  assert.deepEqual(await pages.getByRole("link").allInnerTexts(), ["Overview", "AI in use", "Events", "Devices", "Policy", "Exceptions", "Re-identification", "Audit and export"]);
});

test("a policy is checked, proposed by one, published by another, and comes back by one click", async () => {
  const { page, open, screenshot } = running.ada!;
  await open("/policy");
  const text = page.getByRole("textbox", { name: "Policy" });
  await text.fill("version: 1\nmode: loud\n");
  await page.getByRole("button", { name: "Check" }).click();
  await page.getByText("Line 2").waitFor();
  const policy = (effect: string) => `version: 1\nrules:\n  - { id: own, when: { findings: [secret] }, effect: ${effect} }\n`;
  const bob = running.bob!.page;
  const publish = async (effect: string, id: number) => {
    await text.fill(policy(effect));
    await page.getByLabel("Why").fill(`because of ${effect}`);
    await page.getByRole("button", { name: "Propose", exact: true }).click();
    await page.getByRole("button", { name: `Publish proposal ${id}` }).click();
    await page.getByRole("alert").getByText("somebody else than who proposed it approves it").waitFor();
    await running.bob!.open("/policy");
    await bob.getByRole("region", { name: `What proposal ${id} changes` }).getByText(`effect: ${effect}`).waitFor();
    await bob.getByRole("button", { name: `Publish proposal ${id}` }).click();
    await bob.getByText(`Version ${id}, published by bob`).waitFor();
    await page.reload();
    await page.getByText(`Version ${id}, published by bob`).waitFor();
  };
  await publish("warn", 1);
  await publish("block", 2);
  await page.getByRole("button", { name: "Propose version 1 again" }).click();
  const changes = page.getByRole("region", { name: "What proposal 3 changes" });
  await changes.waitFor();
  assert.deepEqual(await changes.locator(".gone, .new").allInnerTexts(), ["-   - { id: own, when: { findings: [secret] }, effect: block }", "+   - { id: own, when: { findings: [secret] }, effect: warn }"]);
  await page.getByRole("article", { name: "Proposal 3" }).getByRole("button", { name: "Preview" }).click();
  await page.getByText("0 of 0 decisions").waitFor();
  await screenshot("policy-proposal");
});

test("a rule that stops too much only records, by one person and at once", async () => {
  const { page } = running.bob!;
  await running.bob!.open("/policy");
  await page.getByLabel("A rule stops too much").fill("own");
  await page.getByRole("button", { name: "Only record it" }).click();
  await page.getByRole("button", { name: "Enforce own again" }).waitFor();
});

test("who did what stands in the audit, and events go out as a file", async () => {
  const { page, open } = running.ada!;
  await open("/audit");
  await page.getByText("none was changed or taken out").waitFor();
  const row = page.getByRole("row", { name: /bob policy\.publish version 2/ });
  await row.waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^CSV/ }).click()]);
  assert.match(readFileSync(await download.path(), "utf8").split("\n")[0] ?? "", /device/);
  await page.reload();
  await page.getByRole("row", { name: /ada export csv/ }).waitFor();
});

test("whoever signs out is out on every page, a wrong code does not let in, and the address is kept", async () => {
  const { page, open } = running.ada!;
  await open("/devices");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Name").fill("ada");
  await page.getByLabel("Password").fill(password);
  await page.getByLabel("Code of your authenticator").fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("alert").getByText("Not signed in").waitFor();
  assert.equal((await page.request.get(`${running.collector!.url}/api/overview`)).status(), 401);
  await signIn(running.ada!, "ada");
  await page.getByRole("heading", { name: "Devices", level: 1 }).waitFor();
});

test("a session that ended elsewhere leads back to signing in, by itself", async () => {
  const { page, open } = running.bob!;
  await open("/");
  await page.context().clearCookies();
  await page.getByRole("link", { name: "Devices" }).click();
  await page.getByRole("heading", { name: "Sign in to Gatelodge" }).waitFor();
});
