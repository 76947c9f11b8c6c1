/** Signing in at the organisation's provider, in a browser, with the collector's own program. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { test } from "node:test";
import { signIn } from "../collector/signIn.ts";
import { startCollector } from "../collector/startCollector.ts";
import { clientId, clientSecret, startProvider } from "../support/oidcProvider.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard } from "./openDashboard.ts";

/** One that nobody listens on: the provider has to know it before the collector runs. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("somebody signs in with their organisation, sees what their groups may, and is told why not without any", async (context) => {
  const folder = temporaryFolder(context);
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const { issuer, who } = await startProvider(context, `${publicUrl}/api/oidc/callback`);
  const file = join(folder, "oidc.json");
  writeFileSync(file, JSON.stringify({ issuer, clientId, clientSecret, publicUrl, roles: { approver: ["reviewers"] } }), { mode: 0o600 });
  const collector = await startCollector(join(folder, "data"), ["--oidc", file], port);
  context.after(() => collector.stop());
  await signIn(collector);
  const browser = await launchBrowser();
  context.after(() => browser.close());

  who.claims = { ...who.claims, groups: [] };
  const stranger = await openDashboard(browser, collector, "", { colorScheme: "dark" });
  await stranger.open("/");
  await stranger.page.getByRole("link", { name: "Sign in with your organisation" }).click();
  await stranger.page.getByRole("alert").getByText("None of your groups may do anything here.").waitFor();
  await stranger.screenshot("sign-in-elsewhere-dark");

  who.claims = { ...who.claims, groups: ["reviewers"] };
  const { page, open, screenshot, complaints } = await openDashboard(browser, collector, "");
  await open("/");
  await screenshot("sign-in-elsewhere-light");
  await page.getByRole("link", { name: "Sign in with your organisation" }).focus();
  await page.keyboard.press("Enter");
  await page.locator(".who", { hasText: "jo@northwind.example" }).waitFor();
  await page.getByRole("link", { name: "Exceptions" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "People" }).count(), 0);
  assert.deepEqual(complaints.filter((complaint) => !complaint.includes("401")), []);
});
