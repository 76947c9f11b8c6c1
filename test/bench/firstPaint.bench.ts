/** How soon a browser shows the first page over ten million events, and how much it loads for that. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { startCollector } from "../collector/startCollector.ts";
import { launchBrowser, openDashboard } from "../dashboard/openDashboard.ts";
import { openLargeDatabase } from "./collector/largeDatabase.ts";
import { percentile, report, reportPercentiles } from "./report.ts";

const pages = join(import.meta.dirname, "../../dist/dashboard");
const bytes = readdirSync(pages).map((name) => gzipSync(readFileSync(join(pages, name))).length).reduce((sum, each) => sum + each, 0);
report({ name: "dashboard: everything that is loaded, packed", value: bytes / 1000, unit: "kB", atMost: 120 });

const { folder, adminToken } = await openLargeDatabase(Number(process.env["GATELODGE_BENCH_EVENTS"] ?? 10_000_000));
const collector = await startCollector(folder);
const browser = await launchBrowser();
const [paints, figures, empty]: [number[], number[], number[]] = [[], [], []];
const firstPaint = () => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
for (let run = 0; run < 10; run += 1) {
  const { page, open } = await openDashboard(browser, collector, adminToken);
  const start = performance.now();
  await open("/");
  figures.push(performance.now() - start);
  paints.push(await page.evaluate(firstPaint));
  await page.goto("data:text/html,<h1>nothing</h1>");
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
  empty.push(await page.evaluate(firstPaint));
  await page.context().close();
}
await browser.close();
await collector.stop();
reportPercentiles("dashboard: first paint", "ms", paints, { of: 95, atMost: 1000 });
// What the browser takes on this machine now for a page with nothing on it: the rest is ours.
report({ name: "dashboard: first paint of an empty page, p95", value: percentile(empty, 95), unit: "ms" });
reportPercentiles("dashboard: the first page with its figures", "ms", figures, { of: 95, atMost: 2000 });
