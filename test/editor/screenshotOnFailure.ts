/** A picture of the window at the moment a test failed. */
import { afterEach } from "node:test";
import type { EditorWindow } from "./openWindow.ts";

/** Call once in a test file. */
export function screenshotOnFailure(window: EditorWindow): void {
  afterEach(async (context) => {
    if ("passed" in context && !context.passed) await window.screenshot(`failed ${context.name}`);
  });
}
