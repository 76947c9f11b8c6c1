/** The demo assistant leaks as real assistants do, and the Wire shows it: what the tour of `npm start` relies on. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { startModelServer } from "../../demo/model/server.mjs";
import { launchEditor } from "./launchEditor.ts";
import { openWindow } from "./openWindow.ts";
import { screenshotOnFailure } from "./screenshotOnFailure.ts";
import { waitFor } from "./waitFor.ts";

const model = await startModelServer();
after(() => model.stop());
const editor = await launchEditor({
  extensions: [join(import.meta.dirname, "../../demo/assistant")],
  assistants: [],
  env: { GATELODGE_DEMO_MODEL_URL: model.url },
});
after(() => editor.close());
const window = await openWindow(editor);
screenshotOnFailure(() => window);
const wire = window.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");

test("typing sends the file and the other open files, and shows the model's suggestion", async () => {
  await wire.getByText("Nothing has reached the model yet.").waitFor();
  await window.quickOpen("src/payments.ts");
  await window.quickOpen("src/app.ts");
  await window.page.keyboard.press("Control+End");
  await window.type("const orders =");
  await window.page.getByText("await loadOrders();").first().waitFor();
  const sent = JSON.stringify(model.wire());
  assert.ok(sent.includes(editor.canary("build-id")), "the file");
  assert.ok(sent.includes(editor.canary("payment-key")), "its neighbour");
  await wire.getByText(editor.canary("payment-key")).first().waitFor({ state: "attached" });
});

test("@demo answers without an account and sends the active file", async () => {
  await fetch(`${model.url}/wire`, { method: "DELETE" });
  await window.sendChat("@demo which key is this?");
  await waitFor("the chat request", () => model.wire().some(({ path }) => path === "/v1/chat/completions"));
  assert.ok(JSON.stringify(model.wire()).includes(editor.canary("build-id")));
  await window.page.getByText("I am a scripted model").first().waitFor();
  await wire.getByText("Message of user").waitFor();
});

test("text on the wire is shown as text", async () => {
  const body = JSON.stringify({ prompt: "<img src=x id=injected>" });
  await fetch(`${model.url}/v1/completions`, { method: "POST", body });
  await wire.getByText("<img src=x id=injected>").first().waitFor();
  assert.equal(await wire.locator("#injected").count(), 0);
});
