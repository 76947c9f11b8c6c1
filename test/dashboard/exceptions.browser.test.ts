/** An approver answers on the page what machines ask for. */
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { toFileName } from "../../src/node/exceptions/fileKeys.ts";
import { signIn, type SignedIn } from "../collector/signIn.ts";
import { startCollector, type RunningCollector } from "../collector/startCollector.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { launchBrowser, openDashboard, type Dashboard } from "./openDashboard.ts";
import { enrolMachine, type Machine } from "./reports.ts";

const running: { browser?: Browser; collector?: RunningCollector; by?: SignedIn; machine?: Machine; dashboard?: Dashboard } = {};
const asks = [1, 2, 3].map(() => randomUUID());
const [first = "", second = "", third = ""] = asks.map((id) => id.slice(0, 8));
before(async (context) => {
  running.browser = await launchBrowser();
  running.collector = await startCollector(temporaryFolder(context as Parameters<typeof temporaryFolder>[0]));
  running.by = await signIn(running.collector);
  await running.by.ask("POST", "/api/policies", { yaml: "version: 1\npermit:\n  asking: { rules: [above-ceiling, secrets], maxDays: 30 }\n" });
  await running.by.ask("POST", "/api/policies/1/approve", {});
  running.machine = await enrolMachine(running.collector);
  running.dashboard = await openDashboard(running.browser, running.collector, "");
  const [name = "", value = ""] = running.by.cookie.split("=");
  await running.dashboard.page.context().addCookies([{ name, value, url: running.collector.url }]);
});
after(async () => {
  await running.browser?.close();
  await running.collector?.stop();
});

async function askAll(): Promise<void> {
  for (const [index, id] of asks.entries()) {
    const body = { id, rules: index === 0 ? ["above-ceiling", "secrets"] : ["above-ceiling"], file: toFileName("a2V5", `/home/jo/${index}`), reason: (["madeUp", "needed", "wrongRule"] as const)[index], until: Date.now() + 7 * 86_400_000 };
    assert.equal((await running.machine!.post("/v1/exceptions", body)).status, 201);
  }
}

test("nobody waits at first, and whoever asks is shown without their machine", async () => {
  const { page, open } = running.dashboard!;
  await open("/exceptions");
  await page.getByText("Nobody waits for an answer.").waitFor();
  await askAll();
  await page.reload();
  await page.getByRole("link", { name: "Exceptions 3 wait" }).waitFor();
  const article = page.getByRole("article", { name: `Exception ${first}` });
  await article.getByText("above-ceiling, secrets").waitFor();
  await article.getByText("What is in it is made up, such as test data").waitFor();
  assert.ok(!(await page.content()).includes(running.machine!.id));
});

test("one is approved for a shorter time, by keyboard alone", async () => {
  const { page, screenshot } = running.dashboard!;
  const article = page.getByRole("article", { name: `Exception ${first}` });
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
  await article.getByLabel("Holds to the end of").fill(tomorrow);
  await article.getByLabel("What to tell who asked").fill("until the review");
  await screenshot("exceptions-light");
  await page.keyboard.press("Enter");
  const row = page.getByRole("row", { name: first });
  await row.getByText("approved").waitFor();
  await row.getByText("until the review").waitFor();
  await row.getByText(`${new Date(Date.parse(tomorrow) + 86_400_000).toISOString().slice(0, 10)} 00:00`).waitFor();
});

test("a refusal needs a reason, and what was approved is taken back with one", async () => {
  const { page, screenshot } = running.dashboard!;
  const article = page.getByRole("article", { name: `Exception ${second}` });
  await article.getByRole("button", { name: "Refuse" }).click();
  await article.getByRole("alert").getByText("say why").waitFor();
  await article.getByLabel("What to tell who asked").fill("use the <b>samples</b>");
  await article.getByRole("button", { name: "Refuse" }).click();
  await page.getByRole("row", { name: second }).getByText("use the <b>samples</b>").waitFor();
  page.once("dialog", (dialog) => void dialog.accept("it was real"));
  await page.getByRole("button", { name: `Take ${first} back` }).click();
  await page.getByRole("row", { name: first }).getByText("taken back").waitFor();
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("article", { name: `Exception ${third}` }).waitFor();
  await screenshot("exceptions-dark");
  assert.deepEqual(running.dashboard!.complaints.filter((complaint) => !complaint.includes("400")), []);
});
