/** A stopped prompt that a person allows once. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { answerAllowOnce } from "./answerAllowOnce.ts";
import { command, settle, together, type Running } from "./chatContext.ts";
import { chatPrompts, focusPrompt, pressSendButton, promptText, writePrompt } from "./chatRoutes.ts";
import type { EditorWindow } from "./openWindow.ts";
import { waitFor } from "./waitFor.ts";

const ways: readonly (readonly [string, (window: EditorWindow) => Promise<void>])[] = [["Enter", ({ page }) => page.keyboard.press("Enter")], ["the button", pressSendButton]];

export function allowsOnce(running: Running): void {
  for (const [way, send] of ways) test(`a stopped prompt that a person allows is sent by ${way} once, with a reason in the ledger; the next one is stopped again`, async () => {
    const { editor, window } = together(running);
    const prompt = `@gather allowed #.env ${editor.canary("aws-access-key")} by ${way}`;
    await writePrompt(window, prompt);
    void command("gatelodge.allowPrompt")(window);
    await answerAllowOnce(window);
    await window.page.locator('[id="gatelodge.gatelodge.prompt"]').waitFor({ state: "hidden" });
    window.clearRecords();
    await focusPrompt(window);
    await send(window);
    await waitFor("the prompt", () => chatPrompts(window)[0]?.includes("allowed"));
    await writePrompt(window, `@gather again #.env by ${way}`);
    await window.page.keyboard.press("Enter");
    await settle();
    assert.equal(chatPrompts(window).length, 1);
    assert.equal(await promptText(window), `@gather again #.env by ${way}`);
    const ledger = readFileSync(join(editor.home, ".local/state/gatelodge/ledger.jsonl"), "utf8");
    assert.match(ledger, /"gatelodge\.override\.minutes":0.*the test wants it/);
    assert.deepEqual(JSON.parse(readFileSync(join(editor.home, ".local/state/gatelodge/grants.json"), "utf8")), []);
  });

  test("a prompt that names what nobody can look at is sent once by a person who allows it", async () => {
    const { window } = together(running);
    const prompt = "@gather allowed #searchResults";
    await writePrompt(window, prompt);
    await window.page.keyboard.press("Enter");
    await settle();
    assert.equal(await promptText(window), prompt);
    void command("gatelodge.allowPrompt")(window);
    await answerAllowOnce(window);
    await window.page.locator('[id="gatelodge.gatelodge.prompt"]').waitFor({ state: "hidden" });
    window.clearRecords();
    await focusPrompt(window);
    await window.page.keyboard.press("Enter");
    await waitFor("the prompt", () => chatPrompts(window)[0]?.includes("allowed"));
    await writePrompt(window, prompt);
    await window.page.keyboard.press("Enter");
    await settle();
    assert.equal(chatPrompts(window).length, 1);
  });
}
