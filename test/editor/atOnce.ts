/** Open a file and do something in it at once: as early as a page lets anybody, which is earlier than a person can. */
import type { Page } from "playwright-core";
import { chooseFile, type EditorWindow } from "./openWindow.ts";
import { pause } from "./waitFor.ts";

const keys = "abc def gh";

/** Choose a file in quick open and go on without waiting for it. */
export async function pick({ page }: EditorWindow, path: string): Promise<void> {
  await chooseFile(page, path);
  await page.keyboard.press("Enter");
}

/** Type from the first frame in which the file's editor has the focus. */
export async function typeFromFirstFrame(page: Page, path: string): Promise<void> {
  // A string, since the page has types that tests do not: the editor's root element carries its document's address.
  const focused = `document.activeElement?.closest(".monaco-editor[data-uri$='/${path}']") != null`;
  await page.waitForFunction(focused, undefined, { polling: "raf", timeout: 60_000 });
  await page.keyboard.type(keys, { delay: 60 });
}

/** At start nothing has the focus: click into the text as soon as there is one, then type. */
export const typeWhileStarting = (path: string) => async (page: Page): Promise<void> => {
  await page.locator(`.monaco-editor[data-uri$='/${path}'] .view-line`).first().click({ timeout: 60_000 });
  // Longer than the extension host takes to come up, so that some keys fall into each moment of the start.
  for (let key = 0; key < 60; key += 1) await page.keyboard.type("x", { delay: 40 });
};

/** Ask for a suggestion from before the file is there until after. */
export async function triggerFromTheStart(window: EditorWindow): Promise<void> {
  for (let time = 0; time < 12; time += 1) {
    await window.triggerExplicit();
    await pause(30);
  }
}

/** Calls of the completer for one file since the last clearRecords, after giving them time to come. */
export async function callsFor(window: EditorWindow, path: string) {
  // "Nothing happened" has no sign of its own; without a guard the first call comes within 250 ms of a key.
  await pause(600);
  return window.recordsOf("completion").filter(({ uri }) => uri.endsWith(`/${path}`));
}

/** Both in one opening: enough to see that, without a guard, both arrive. */
export async function callsInOneOpening(window: EditorWindow, path: string): Promise<{ automatic: number; explicit: number }> {
  window.clearRecords();
  await pick(window, path);
  await typeFromFirstFrame(window.page, path);
  await triggerFromTheStart(window);
  const calls = await callsFor(window, path);
  await window.closeEditors();
  const explicit = calls.filter(({ trigger }) => trigger === "explicit").length;
  return { automatic: calls.length - explicit, explicit };
}

/** Open by quick open, type at once; then, in a fresh tab, ask at once. */
export async function callsAtOnce(window: EditorWindow, path: string): Promise<{ automatic: number; explicit: number }> {
  window.clearRecords();
  await pick(window, path);
  await typeFromFirstFrame(window.page, path);
  const automatic = (await callsFor(window, path)).length;
  await window.closeEditors();
  window.clearRecords();
  await pick(window, path);
  await triggerFromTheStart(window);
  const explicit = (await callsFor(window, path)).filter(({ trigger }) => trigger === "explicit").length;
  await window.closeEditors();
  return { automatic, explicit };
}
