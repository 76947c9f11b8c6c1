/** The chat's doors in a real editor: each route is tried without Gatelodge and with it, and its strength written down. */
import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { contextWith, contextWithout, settle, together, type Running } from "./chatContext.ts";
import { allowsOnce } from "./chatAllowOnce.ts";
import { codeWith, codeWithout } from "./chatByCode.ts";
import { chatPrompts, pressSendButton, promptText, sendKeys, timeToArrive, writePrompt } from "./chatRoutes.ts";
import { routesWithoutLever } from "./chatWithoutLever.ts";
import { createCoverage } from "./coverage.ts";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { hasReached } from "./records.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const coverages = { chat: createCoverage("chat"), commands: createCoverage("commands"), terminal: createCoverage("terminal") };
const coverage = coverages.chat;
const programs = mkdtempSync(join(tmpdir(), "gatelodge-programs-"));
writeFileSync(join(programs, "claude"), "#!/bin/sh\nsleep 2\n");
chmodSync(join(programs, "claude"), 0o755);
after(() => {
  for (const each of Object.values(coverages)) each.write();
  rmSync(programs, { recursive: true, force: true });
});

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

async function timeCleanPrompts(running: Running, state: string): Promise<void> {
  const times: number[] = [];
  for (const round of [1, 2, 3, 4, 5]) times.push(await timeToArrive(together(running).window, "Enter", `@gather clean ${round}`));
  console.log(JSON.stringify({ measured: `a clean prompt by Enter, Gatelodge ${state}`, median: median(times), max: Math.max(...times) }));
}

async function start(running: Running, extensions: readonly string[]): Promise<void> {
  running.editor = await launchEditor({ extensions, assistants: ["gatherer"] });
  running.window = await openWindow(running.editor);
  await waitFor("the gatherer", () => running.window!.recordsOf("ready").length > 0, 30_000);
  if (extensions.length > 0) await waitFor("the guard", () => running.window!.drive((vscode) => vscode.extensions.getExtension("gatelodge.gatelodge")?.isActive), 30_000);
}

describe("an editor without Gatelodge", () => {
  const running: Running = {};
  before(() => start(running, []));
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  for (const { keys } of sendKeys) test(`${keys} sends a secret`, async () => {
    const { editor, window } = together(running);
    const key = editor.canary("aws-access-key");
    await timeToArrive(window, keys, `@gather what is ${key}`);
    assert.ok(chatPrompts(window)[0]?.includes(key));
    coverage.baseline(`prompt with a secret, ${keys}`, "arrives");
  });

  test("the button sends a secret", async () => {
    const { editor, window } = together(running);
    await writePrompt(window, `@gather by button ${editor.canary("aws-access-key")}`);
    window.clearRecords();
    await pressSendButton(window);
    await waitFor("the prompt", () => chatPrompts(window)[0]?.includes(editor.canary("aws-access-key")));
    coverage.baseline("prompt with a secret, send button", "arrives");
  });

  test("clean prompts are timed", () => timeCleanPrompts(running, "off"));
  contextWithout(running, coverages);
  codeWithout(running, coverages);
  routesWithoutLever(running, coverages, false);
});

describe("with Gatelodge", () => {
  const running: Running = {};
  before(async () => start(running, [await buildVsix()]));
  after(() => running.editor?.close());
  screenshotOnFailure(() => running.window);

  test("clean prompts pass by every key", async () => {
    for (const { keys } of sendKeys) await timeToArrive(together(running).window, keys, `@gather clean by ${keys}`);
    await timeCleanPrompts(running, "on");
  });

  const tries: Readonly<Record<string, number>> = { Enter: 10, "Control+Enter": 10, "Alt+Enter": 10, "Control+Shift+Enter": 5 };
  for (const { keys } of sendKeys) test(`${keys} right after the last character of a secret sends nothing, ${tries[keys]} times`, async () => {
    const { editor, window } = together(running);
    const key = editor.canary("aws-access-key");
    window.clearRecords();
    for (let round = 0; round < (tries[keys] ?? 1); round++) {
      await writePrompt(window, `@gather ${keys} ${round} ${key.slice(0, -1)}`);
      await window.page.keyboard.press(key.slice(-1));
      await window.page.keyboard.press(keys);
      await waitFor("the redaction", async () => (await promptText(window)).includes("[REDACTED:"));
    }
    await settle();
    assert.deepEqual(chatPrompts(window), []);
    assert.ok(!hasReached(window.recordsOf("model"), key));
    coverage.row(`prompt with a secret, ${keys}`, "keybinding", `redacted, not sent (${tries[keys]} tries)`);
  });

  // The button is another command in each mode. Agent last: it is the mode that the other tests began in.
  for (const mode of ["ask", "agent"]) test(`in ${mode} mode the reason stands in the status bar before the click; the button sends nothing until the prompt is clean`, async () => {
    const { editor, window } = together(running);
    const item = window.page.locator('[id="gatelodge.gatelodge.prompt"]');
    const prompt = `@gather by button ${editor.canary("aws-access-key")}`;
    await window.drive(async (vscode, wanted) => {
      await vscode.commands.executeCommand("notifications.clearAll");
      await vscode.commands.executeCommand("workbench.action.chat.open", { mode: wanted });
    }, mode);
    await writePrompt(window, prompt);
    await waitFor("the mode", async () => (await window.page.locator(".interactive-input-part").first().innerText()).toLowerCase().includes(`\n${mode}`));
    await item.waitFor();
    assert.match(await item.innerHTML(), /aria-label="[^"]*prompt stopped: This text contains a credential/);
    window.clearRecords();
    await pressSendButton(window);
    await settle();
    assert.deepEqual(chatPrompts(window), []);
    assert.equal(await promptText(window), prompt);
    coverage.row("prompt with a secret, send button", "core command override while the prompt is stopped", "refused");
    await writePrompt(window, "@gather by button, clean");
    await item.waitFor({ state: "hidden" });
    await pressSendButton(window);
    await waitFor("the clean prompt", () => chatPrompts(window)[0]?.includes("clean"));
  });

  test("Enter in the list of suggestions chooses, and sends nothing", async () => {
    const { window } = together(running);
    await writePrompt(window, "");
    window.clearRecords();
    await window.page.keyboard.type("@gath", { delay: 60 });
    await window.page.locator(".suggest-widget.visible").first().waitFor();
    await window.page.keyboard.press("Enter");
    await waitFor("the choice", async () => (await promptText(window)) === "@gather ");
    assert.deepEqual(chatPrompts(window), []);
  });

  contextWith(running, coverages);
  codeWith(running, coverages);
  allowsOnce(running);
  routesWithoutLever(running, coverages, true);

  test("an agent that is started in a terminal is shown as not guarded, until it ends", async () => {
    const { window } = together(running);
    await window.drive(async (vscode, folder) => {
      const terminal = vscode.window.createTerminal({ name: "agent", shellPath: "/bin/bash" });
      terminal.show();
      for (let tries = 0; terminal.shellIntegration === undefined && tries < 100; tries++) await new Promise((resolve) => setTimeout(resolve, 100));
      terminal.sendText(`FOO=1 ${folder}/claude --print x`);
    }, programs);
    const item = window.page.locator('[id="gatelodge.gatelodge.agents"]');
    await waitFor("the agent's name", async () => (await item.isVisible()) && /Claude Code: not guarded/.test(await item.innerText()));
    await item.waitFor({ state: "hidden" });
    coverages.terminal.baseline("an agent started in a terminal", "not noticed");
    coverages.terminal.row("an agent started in a terminal", "shell integration", "noticed, not guarded");
    await window.drive((vscode) => vscode.window.terminals.forEach((terminal) => terminal.dispose()));
  });

  test("nothing of what was stopped is in the ledger or the log", () => {
    const { editor } = together(running);
    const state = join(editor.home, ".local/state/gatelodge");
    const files = readdirSync(state, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")).join("\n");
    assert.match(files, /"prompt"/);
    assert.match(files, /"chat"/);
    for (const canary of Object.values(editor.canaries)) assert.ok(!files.includes(canary) && !editor.output().includes(canary));
  });
});
