/** A person's answers when they allow something once: why, and yes. */
import type { EditorWindow } from "./openWindow.ts";

/** Presses the button in the notification about one refusal. */
export const pressAllowOnce = ({ page }: EditorWindow, about: string): Promise<void> =>
  page.locator(".notifications-toasts .notification-list-item").filter({ hasText: about }).locator(".monaco-button").filter({ hasText: "Allow Once" }).first().click();

export async function answerAllowOnce({ page }: EditorWindow): Promise<void> {
  await page.locator(".quick-input-widget .quick-input-title").filter({ hasText: "Why?" }).waitFor();
  await page.keyboard.type("the test wants it");
  await page.keyboard.press("Enter");
  await page.locator(".monaco-dialog-box .monaco-button").filter({ hasText: "Allow Once" }).click();
  await page.locator(".monaco-dialog-box").waitFor({ state: "detached" });
}
