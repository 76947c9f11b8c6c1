/** npm run screenshots: the pictures of README.md, taken of the running demo, and the icon, drawn from its SVG. */
import { readFileSync } from "node:fs";
import { startModelServer } from "../demo/model/server.mjs";
import { createDemo } from "./demoFolder.mjs";
import { ensureChromium } from "./toolchain/chromium.mjs";
import { ensureCodeServer } from "./toolchain/codeServer.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { inRepository } from "./toolchain/paths.mjs";
import { startCodeServer } from "./toolchain/startCodeServer.mjs";
import { buildVsix } from "./toolchain/vsix.mjs";

await ensureDependencies();
await ensureCodeServer();
// Only there once the dependencies are.
const { chromium } = await import("playwright-core");
const closers = [];
try {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  closers.push(() => browser.close());
  await drawIcon(browser);
  const demo = await createDemo(await buildVsix());
  closers.push(demo.remove);
  const model = await startModelServer();
  closers.push(() => model.stop());
  const editor = await startCodeServer({ ...demo, env: { ...demo.env, GATELODGE_DEMO_MODEL_URL: model.url } });
  closers.push(() => editor.stop());
  await takeScreenshot(browser, `${editor.url}/?folder=${encodeURIComponent(demo.workspace)}`, model);
} finally {
  for (const close of closers.toReversed()) await close();
}

async function drawIcon(browser) {
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  const picture = readFileSync(inRepository("media", "icon.svg"), "utf8");
  await page.setContent(`<style>* { margin: 0; overflow: hidden } svg { display: block }</style>${picture}`);
  await page.screenshot({ path: inRepository("media", "icon.png"), omitBackground: true });
  await page.close();
}

/** An ordinary file, in which the assistant works, and then .env, in which it does not. */
async function takeScreenshot(browser, url, model) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  await page.goto(url);
  await page.locator(".statusbar-item", { hasText: "Gatelodge" }).first().waitFor({ timeout: 60_000 });
  // The demo assistant moves the focus to the editor once its Wire is up.
  await page.locator(".part.panel iframe.webview.ready, iframe.webview.ready").first().waitFor({ timeout: 30_000 });
  await page.waitForTimeout(2000);
  await openFile(page, "src/app.ts");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("const open =", { delay: 60 });
  for (let waited = 0; model.wire().length === 0; waited += 100) {
    if (waited > 20_000) throw new Error("the demo assistant sent nothing");
    await page.waitForTimeout(100);
  }
  await page.keyboard.press("Escape");
  await command(page, "File: Revert File");
  await openFile(page, ".env");
  await page.locator(".statusbar-item", { hasText: "no AI" }).waitFor({ timeout: 20_000 });
  await waitForText(page, "1 request has reached the model");
  // The explorer's and the tab's marks and the underlines come a moment later.
  await page.waitForTimeout(2500);
  await page.screenshot({ path: inRepository("media", "screenshot.png") });
  console.log("media/screenshot.png, media/icon.png");
}

async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-box input").fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title }).waitFor();
  await page.keyboard.press("Enter");
}

/** In any of the webviews: which frame is whose cannot be told from outside. */
async function waitForText(page, text) {
  for (let waited = 0; waited < 15_000; waited += 250) {
    const texts = await Promise.all(page.frames().map((frame) => frame.evaluate("document.body?.innerText ?? ''").catch(() => "")));
    if (texts.some((shown) => shown.includes(text))) return;
    await page.waitForTimeout(250);
  }
  throw new Error(`"${text}" is not to be seen`);
}

async function openFile(page, path) {
  await page.keyboard.press("Control+p");
  await page.locator(".quick-input-box input").fill(path);
  await page.locator(".quick-input-list .monaco-list-row.focused .highlight").first().waitFor();
  await page.keyboard.press("Enter");
  const name = path.slice(path.lastIndexOf("/") + 1);
  await page.locator(".tab.active", { hasText: name }).waitFor();
}
