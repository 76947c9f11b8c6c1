/** Setting up coding agents from the editor: one screen, one question; and switches of hooks in a folder are shown. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { pointAll } from "../support/pointAll.ts";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const settings = "{\n\t// mine\n\t\"model\": \"x\"\n}\n";
const modelSettings = "apiBase: http://localhost:11434\n";
// Where the gateway should stand something else does.
const other = createServer((_, response) => void response.end()).listen(0, "127.0.0.1");
after(() => other.close());
await once(other, "listening");
const editor = await launchEditor({ extensions: [await buildVsix()], prepare: ({ home }) => {
  mkdirSync(join(home, ".claude"));
  writeFileSync(join(home, ".claude/settings.json"), settings);
  mkdirSync(join(home, ".continue"));
  writeFileSync(join(home, ".continue/config.yaml"), modelSettings);
  pointAll(home, (other.address() as AddressInfo).port);
} });
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);

const settingsFile = join(editor.home, ".claude/settings.json");
const userPolicy = join(editor.home, ".config/gatelodge/policy.yaml");
const launcher = join(editor.home, ".local/state/gatelodge/bin/gatelodge-hook");
const dialog = window.page.locator(".monaco-dialog-box");
// Not awaited: it ends with the answer to the dialog.
const setUp = () => window.drive((vscode) => void vscode.commands.executeCommand("gatelodge.setUpAgents"));
const answer = async (button: string) => {
  await dialog.locator(".monaco-button", { hasText: button }).click();
  await dialog.waitFor({ state: "detached" });
};
const pageText = () => window.drive((vscode) => vscode.window.activeTextEditor?.document.getText() ?? "");
const warning = window.page.locator(".statusbar-item", { hasText: "Agent hooks" });

test("assistants that are pointed at a gateway which does not start are led around it by one click", async () => {
  const file = join(editor.home, ".continue/config.yaml");
  assert.match(readFileSync(file, "utf8"), /\/gatelodge\/continue\//);
  const toast = window.page.locator(".notifications-toasts .notification-list-item", { hasText: "gateway does not start, so that continue get no answer" });
  await toast.locator(".monaco-button", { hasText: "Put Their Settings Back" }).click();
  await waitFor("the settings", () => readFileSync(file, "utf8") === modelSettings);
});

test("the screen shows what would be written, and without consent nothing is", async () => {
  await setUp();
  await dialog.waitFor();
  assert.match(await pageText(), /## Claude Code: not installed[^]*\+ .*gatelodge-hook/);
  await answer("Cancel");
  assert.equal(readFileSync(settingsFile, "utf8"), settings);
  assert.ok(!existsSync(launcher));
});

test("with consent it is installed, and the screen says so", async () => {
  await setUp();
  await dialog.waitFor();
  await answer("Write");
  await waitFor("the result", async () => /## Claude Code: installed/.test(await pageText()));
  assert.match(readFileSync(settingsFile, "utf8"), /\/\/ mine[^]*onFailure/);
  assert.ok(existsSync(launcher));
  assert.equal(await warning.count(), 0);
});

test("a switch that appears in the folder is told once and stands in the status bar until it is gone", async () => {
  const file = join(editor.workspace, ".claude/settings.json");
  mkdirSync(join(editor.workspace, ".claude"));
  writeFileSync(file, "{ \"disableAllHooks\": true }");
  await window.page.locator(".notifications-toasts .notification-list-item", { hasText: "switches off the hooks of Claude Code (disableAllHooks: true)" }).waitFor();
  await warning.waitFor();
  // What an organisation would be told stands in the ledger.
  assert.match(readFileSync(join(editor.home, ".local/state/gatelodge/ledger.jsonl"), "utf8"), /"gatelodge\.tamper\.kind":"hooksSwitchedOff","gatelodge\.assistant\.id":"claude-code"/);
  assert.doesNotMatch(readFileSync(settingsFile, "utf8"), /"deny"/);
  rmSync(file);
  await warning.waitFor({ state: "hidden" });
});

test("where the policy says so the agent may use no tool until the switch is gone", async () => {
  const file = join(editor.workspace, ".claude/settings.local.json");
  const installed = readFileSync(settingsFile, "utf8");
  mkdirSync(dirname(userPolicy), { recursive: true });
  writeFileSync(userPolicy, "version: 1\nagents: { hooksOff: deny }\n");
  writeFileSync(file, "{ \"disableAllHooks\": true }");
  await window.page.locator(".notifications-toasts .notification-list-item", { hasText: "Until that is gone Claude Code may use no tool" }).waitFor();
  assert.match(readFileSync(settingsFile, "utf8"), /"deny": \[\s*"\*"/);
  rmSync(file);
  await waitFor("the denial to be lifted", () => readFileSync(settingsFile, "utf8") === installed);
});

test("removing puts the file back byte for byte", async () => {
  await setUp();
  await dialog.waitFor();
  await answer("Remove");
  // The program goes last, when no hook names it any more.
  await waitFor("the program to be gone", () => !existsSync(launcher));
  assert.equal(readFileSync(settingsFile, "utf8"), settings);
});
