/** The real collector program with its dashboard in a real browser. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { ensureChromium } from "../../scripts/toolchain/chromium.mjs";
import type { RunningCollector } from "../collector/startCollector.ts";

const proof = join(import.meta.dirname, "../../.proof");

export const launchBrowser = async (): Promise<Browser> => chromium.launch({ executablePath: await ensureChromium(), args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });

export interface Dashboard {
  readonly page: Page;
  /** What the browser complained of, such as a policy of ours that our own page breaks. */
  readonly complaints: readonly string[];
  /** Hosts that were asked for anything. */
  readonly hosts: ReadonlySet<string>;
  readonly open: (path: string) => Promise<void>;
  readonly screenshot: (name: string) => Promise<void>;
}

/** A window; by default of somebody who may look, by the token of the first start. */
export async function openDashboard(browser: Browser, collector: RunningCollector, adminToken = collector.adminToken, options: BrowserContextOptions = {}): Promise<Dashboard> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, ...options });
  // Without a token there is only what a person signs in to.
  if (adminToken !== "") await context.setExtraHTTPHeaders({ authorization: `Bearer ${adminToken}` });
  const page = await context.newPage();
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("request", (request) => hosts.add(new URL(request.url()).host));
  return {
    page, complaints, hosts,
    open: async (path) => {
      await page.goto(`${collector.url}${path}`);
      await page.locator("h1").waitFor();
      await page.getByText("Loading…").first().waitFor({ state: "hidden" });
    },
    screenshot: async (name) => {
      mkdirSync(proof, { recursive: true });
      await page.screenshot({ path: join(proof, `dashboard-${name}.png`), fullPage: true });
    },
  };
}
