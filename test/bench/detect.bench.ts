/** How fast the engine looks through some 20 MB of ordinary source: that of the libraries in node_modules, file by file. */
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { detect } from "../../src/core/detect/detect.ts";
import { report, reportPercentiles } from "./report.ts";

const enough = 20_000_000;
const sources = new Set([".js", ".ts", ".cjs", ".mjs"]);
const libraries = join(import.meta.dirname, "..", "..", "node_modules");
const texts: string[] = [];
let size = 0;
for (const entry of readdirSync(libraries, { recursive: true, withFileTypes: true })) {
  if (size > enough || !entry.isFile() || !sources.has(extname(entry.name))) continue;
  const text = readFileSync(join(entry.parentPath, entry.name), "utf8");
  if (text.length > 1_000_000) continue;
  texts.push(text);
  size += text.length;
}
if (size < enough / 2) throw new Error("there is too little source in node_modules to measure with");

const speeds = [1, 2, 3].map(() => {
  const start = process.cpuUsage();
  for (const text of texts) detect(text);
  const { user, system } = process.cpuUsage(start);
  return size / (user + system);
});
report({ name: "detection, plain source, warm", value: Math.max(...speeds), unit: "MB/s", atLeast: 60 });

const pieces = texts.filter(({ length }) => length > 10_000).map((text) => text.slice(0, 10_000));
const times = Array.from({ length: 5000 }, (_, index) => {
  const text = pieces[index % pieces.length] ?? "";
  const start = performance.now();
  detect(text);
  return performance.now() - start;
});
reportPercentiles("detection, 10 kB of source", "ms", times, { of: 99, atMost: 2 });
