/** Pinned AI settings in a real editor: one of the editor's own and one of an assistant's drift, are shown, reported, set back when the person says so, and undone. */
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const setting = "chat.tools.global.autoApprove";
const claude = ".claude/settings.json";
const put = (home: string, path: string, text: string) => {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
};
const policy = (restore: string) => `version: 1\npin:\n  restore: ${restore}\n  settings:\n    - { setting: ${setting}, value: false }\n    - { assistant: claude-code, setting: permissions.defaultMode, value: default }\n`;
const calm = "{\n  // mine\n  \"permissions\": { \"defaultMode\": \"plan\" }\n}\n";
const loose = calm.replace("plan", "bypassPermissions");

const editor = await launchEditor({ extensions: [await buildVsix()], assistants: [], prepare: ({ home }) => {
  put(home, ".config/gatelodge/policy.yaml", policy("ask"));
  put(home, claude, calm);
} });
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);

const item = window.page.locator(".statusbar-item", { hasText: "AI settings changed" });
const notice = (text: string | RegExp) => window.page.locator(".notifications-toasts .notification-list-item", { hasText: text });
const run = (command: string) => window.drive(async (vscode, id) => void (await vscode.commands.executeCommand(id)), command);
const inEditor = () => window.drive((vscode, key) => vscode.workspace.getConfiguration().get(key), setting);
const userValue = (value: boolean | undefined) => window.drive((vscode, key, to) => vscode.workspace.getConfiguration().update(key, to, vscode.ConfigurationTarget.Global), setting, value);
const inClaude = () => readFileSync(join(editor.home, claude), "utf8");
const ledger = join(editor.home, ".local/state/gatelodge/ledger.jsonl");
const reported = () => (existsSync(ledger) ? readFileSync(ledger, "utf8").split("\n") : []).filter((line) => line.includes("\"gatelodge.pin\""))
  .map((line) => [/"gatelodge\.pin\.setting":"([^"]+)"/.exec(line)?.[1], /"gatelodge\.pin\.state":"([^"]+)"/.exec(line)?.[1]].join(" "));
/** The editor takes a moment to read a page anew. */
const pageSays = (what: RegExp) => waitFor("the page to say so", async () => what.test(await window.drive((vscode) => {
  const document = vscode.window.activeTextEditor?.document;
  return document?.uri.path === "/pinned-settings.md" ? document.getText() : "";
})));

test("what is as strict as pinned, or stricter, is listed and let alone", async () => {
  await run("gatelodge.showPins");
  await pageSays(/chat\.tools\.global\.autoApprove \(editor\), at most `false` \(user policy\): as the policy says\n- permissions\.defaultMode \(Claude Code\), at most `default` \(user policy\): as the policy says/);
  assert.equal(await item.count(), 0);
  assert.deepEqual(reported(), []);
  await window.closeEditors();
});

test("settings that drift are shown and reported, and set back when the person says so", async () => {
  await userValue(true);
  put(editor.home, claude, loose);
  await item.waitFor();
  await waitFor("both to be told", async () => /global\.autoApprove \(editor\).*defaultMode \(Claude Code\)|AI settings/s.test((await item.first().getAttribute("aria-label")) ?? ""));
  await waitFor("both events", () => reported().length === 2);
  assert.equal(inClaude(), loose);
  await run("gatelodge.showPins");
  await pageSays(/autoApprove \(editor\)[^\n]*\*\*looser than the policy says\*\*\n- permissions\.defaultMode[^\n]*\*\*looser than the policy says\*\*/);
  await window.screenshot("Pinned AI settings, drifted");
  await notice(/autoApprove \(editor\), permissions\.defaultMode \(Claude Code\)/).getByRole("button", { name: "Set Back" }).click();
  await waitFor("the editor's", async () => (await inEditor()) === false);
  await waitFor("Claude's", () => inClaude() === loose.replace("bypassPermissions", "default"));
  await waitFor("no item", async () => (await item.count()) === 0);
  await waitFor("all four events", () => reported().length === 4);
  assert.deepEqual(reported().toSorted(), [`${setting} drifted`, `${setting} restored`, "permissions.defaultMode drifted", "permissions.defaultMode restored"]);
});

test("undone, both stand as they did before, byte for byte", async () => {
  await run("gatelodge.restoreSettings");
  assert.equal(inClaude(), loose);
  assert.equal(await inEditor(), true);
  put(editor.home, claude, calm);
  await userValue(undefined);
  await waitFor("no item", async () => (await item.count()) === 0);
});

test("where the policy says always, nobody is asked", async () => {
  put(editor.home, ".config/gatelodge/policy.yaml", policy("always"));
  put(editor.home, claude, loose);
  await waitFor("Claude's", () => inClaude() === loose.replace("bypassPermissions", "default"));
  await notice("has set back what the policy pins: permissions.defaultMode (Claude Code)").waitFor();
});

test("what a workspace's own settings make looser is shown, and left to it", async () => {
  put(editor.home, ".config/gatelodge/policy.yaml", `${policy("always")}    - { setting: chat.useHooks, value: true }\n`);
  put(editor.workspace, ".vscode/settings.json", "{ \"chat.useHooks\": false }\n");
  await waitFor("the workspace's value", async () => (await window.drive((vscode) => vscode.workspace.getConfiguration().get("chat.useHooks"))) === false);
  await run("gatelodge.showPins");
  await pageSays(/chat\.useHooks \(editor\)[^\n]*by this workspace's settings, which are not ours to write/);
  assert.equal(readFileSync(join(editor.workspace, ".vscode/settings.json"), "utf8"), "{ \"chat.useHooks\": false }\n");
  await item.waitFor();
  assert.equal(await window.drive((vscode) => vscode.workspace.getConfiguration().inspect("chat.useHooks")?.globalValue === undefined), true);
});
