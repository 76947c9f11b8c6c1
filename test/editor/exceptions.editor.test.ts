/** A developer asks in the editor, somebody answers at a real collector, and the answer holds and is shown. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { signIn } from "../collector/signIn.ts";
import { startCollector } from "../collector/startCollector.ts";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const yaml = "version: 1\nname: northwind\nclassification:\n  - { id: plans, label: restricted, paths: [\"*.blueprint\"] }\npermit:\n  asking: { rules: [above-ceiling], maxDays: 30 }\n";
const patience = 60_000;
const vsix = await buildVsix();
const data = mkdtempSync(join(tmpdir(), "gatelodge-collector-"));
const collector = await startCollector(data, ["--organisation", "northwind"]);
const by = await signIn(collector);
await by.ask("POST", "/api/policies", { yaml });
await by.ask("POST", "/api/policies/1/approve", {});
const editor = await launchEditor({
  extensions: [vsix], assistants: [],
  prepare: ({ home, workspace }) => {
    for (const name of ["bridge.blueprint", "house.blueprint"]) writeFileSync(join(workspace, name), "A CANARY plan.\n");
    // Whoever answers first is believed: only root could write a machine file that names it.
    execFileSync(process.execPath, [join(import.meta.dirname, "../../dist/cli.cjs"), "policy", "fetch", "--endpoint", collector.url, "--organisation", "northwind", "--token", collector.enrolmentToken], { env: { PATH: process.env["PATH"], HOME: home } });
  },
});
after(async () => {
  await editor.close();
  await collector.stop();
  rmSync(data, { recursive: true, force: true });
});
const window = await openWindow(editor);
screenshotOnFailure(() => window);
const { page } = window;

interface Ask { readonly id: string; readonly state: string; readonly rules: readonly string[] }
const asks = async () => (await by.ask("GET", "/api/exceptions"))["asks"] as readonly Ask[];
const isRestricted = async () => (await page.locator(".statusbar-item", { hasText: "restricted: no AI" }).count()) > 0;
const isTold = (text: string) => page.locator(".notification-list-item", { hasText: text }).first().waitFor({ timeout: patience });
const choose = (text: string) => page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first().click();

async function askInFront(): Promise<void> {
  // Not awaited: the command ends with the last answer.
  await window.drive((vscode) => void vscode.commands.executeCommand("gatelodge.askForException"));
  await choose("is made up");
  await choose("7 days");
  await page.locator(".quick-input-widget", { hasText: "Stays on this machine" }).locator("input:visible").last().fill("CANARY words of the test");
  await page.keyboard.press("Enter");
  const dialog = page.locator(".monaco-dialog-box");
  await dialog.getByText("above-ceiling").waitFor();
  await dialog.locator(".monaco-button", { hasText: "Ask" }).click();
}

test("what stops the file may be asked for, where one asks why", async () => {
  await window.quickOpen("bridge.blueprint");
  await waitFor("the mark", isRestricted, patience);
  await window.drive((vscode) => void vscode.commands.executeCommand("gatelodge.showStatus"));
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Ask for an exception…" }).waitFor();
  await page.keyboard.press("Escape");
});

test("what was asked arrives without the file's name and the person's words", async () => {
  await askInFront();
  await isTold("is asked for");
  assert.deepEqual((await asks()).map(({ state, rules }) => [state, rules]), [["asked", ["above-ceiling"]]]);
  for (const name of ["control.db", "control.db-wal"]) assert.ok(!/CANARY|bridge/.test(readFileSync(join(data, name), "latin1")), name);
});

test("an approval is told and holds for that file alone", async () => {
  const [asked] = await asks();
  await by.ask("POST", `/api/exceptions/${asked?.id ?? ""}/approve`, { note: "until [the](command:x) review" });
  await isTold("is approved");
  assert.equal(await page.locator(".notification-list-item a", { hasText: "the" }).count(), 0, "no text from elsewhere becomes a link");
  await window.quickOpen("bridge.blueprint");
  await waitFor("completions", async () => !(await isRestricted()), patience);
  await window.quickOpen("house.blueprint");
  await waitFor("the other file's mark", isRestricted, patience);
});

test("taken back, it holds no longer, and a refusal is told with its reason", async () => {
  await askInFront();
  const [newest, first] = await waitFor("the second", async () => ((await asks()).length === 2 ? asks() : undefined), patience);
  await by.ask("POST", `/api/exceptions/${first?.id ?? ""}/withdraw`, { note: "it was real" });
  await by.ask("POST", `/api/exceptions/${newest?.id ?? ""}/refuse`, { note: "use the samples" });
  await isTold("is taken back");
  await isTold("is refused. “use the samples”");
  await window.quickOpen("bridge.blueprint");
  await waitFor("the mark again", isRestricted, patience);
});
