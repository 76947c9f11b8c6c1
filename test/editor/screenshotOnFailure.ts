/** A picture of the window at the moment a test failed. */
import { afterEach } from "node:test";
import type { EditorWindow } from "./openWindow.ts";

/** Call once in a test file or suite; the window may come later than the call. */
export function screenshotOnFailure(window: () => EditorWindow | undefined): void {
  afterEach(async (context) => {
    if ("passed" in context && !context.passed) await window()?.screenshot(`failed ${context.name}`);
  });
}
