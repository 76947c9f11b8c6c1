/** A person's answers when they allow something once: why, and yes. */
import type { EditorWindow } from "./openWindow.ts";

export async function answerAllowOnce({ page }: EditorWindow): Promise<void> {
  await page.locator(".quick-input-widget .quick-input-title").filter({ hasText: "Why?" }).waitFor();
  await page.keyboard.type("the test wants it");
  await page.keyboard.press("Enter");
  await page.locator(".monaco-dialog-box .monaco-button").filter({ hasText: "Allow Once" }).click();
  await page.locator(".monaco-dialog-box").waitFor({ state: "detached" });
}
