/** The shipped command line over a tree of 100,000 files and 1 GB: ordinary source, cut from the libraries in node_modules. */
import { execFileSync, spawn } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { buildBundles } from "../support/serverBundle.ts";
import { report } from "./report.ts";

const files = 100_000;
const bytes = 1_000_000_000;
const perFolder = 100;
const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const secrets = 100;

const folder = realpathSync(mkdtempSync(join(tmpdir(), "gatelodge-bench-scan-")));
const tree = join(folder, "tree");
const home = join(folder, "home");
const bundles = buildBundles("cli", "scanWorker");
try {
  fill();
  execFileSync("git", ["init", "--quiet"], { cwd: tree });
  const first = await scan();
  report({ name: "scan of 100,000 files, 1 GB, two threads", value: first.seconds, unit: "s", atMost: 15 });
  if (first.megabytes !== undefined) report({ name: "scan of 100,000 files, 1 GB, two threads: memory", value: first.megabytes, unit: "MB", atMost: 300 });
  report({ name: "scan of 100,000 files, 1 GB, again", value: (await scan()).seconds, unit: "s" });
} finally {
  bundles.remove();
  rmSync(folder, { recursive: true, force: true });
}

/** Each file is another stretch of source, so that none is found in the cache of its neighbour. */
function fill(): void {
  const source = readSource();
  const size = bytes / files;
  for (let file = 0; file < files; file += 1) {
    const at = join(tree, `folder${Math.floor(file / perFolder)}`);
    if (file % perFolder === 0) mkdirSync(at, { recursive: true });
    const length = Math.round(size * (0.1 + (1.8 * ((file * 7919) % 1000)) / 1000));
    const start = (file * 104_729) % (source.length - length);
    const name = join(at, `file${file}.ts`);
    writeFileSync(name, `// ${file}\n`);
    appendFileSync(name, source.subarray(start, start + length));
    if (file % (files / secrets) === 0) appendFileSync(name, `\nconst apiToken = "${token}";\n`);
  }
}

function readSource(): Buffer {
  const libraries = join(import.meta.dirname, "..", "..", "node_modules");
  const parts: Buffer[] = [];
  let length = 0;
  for (const entry of readdirSync(libraries, { recursive: true, withFileTypes: true })) {
    if (length > 40_000_000 || !entry.isFile() || ![".js", ".ts", ".mjs", ".md", ".json"].includes(extname(entry.name))) continue;
    const part = readFileSync(join(entry.parentPath, entry.name));
    if (part.length < 1_000_000) length += parts[parts.push(part) - 1]?.length ?? 0;
  }
  return Buffer.concat(parts);
}

async function scan(): Promise<{ readonly seconds: number; readonly megabytes: number | undefined }> {
  const start = performance.now();
  const child = spawn(process.execPath, [join(bundles.folder, "cli.cjs"), "scan", "--threads", "2", "--tier", "certain", "--format", "json"], { cwd: tree, env: { ...process.env, HOME: home, USERPROFILE: home }, stdio: ["ignore", "pipe", "inherit"] });
  const peak: { megabytes?: number } = {};
  const watch = setInterval(() => Object.assign(peak, readPeak(child.pid)), 50);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const { scanned, findings } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as { scanned: number; findings: readonly { detector: string }[] };
  const found = findings.filter(({ detector }) => detector === "github-token").length;
  if (scanned !== files || found < secrets) throw new Error(`${scanned} of ${files} files scanned, ${found} of ${secrets} tokens found`);
  return { seconds, megabytes: peak.megabytes };
}

/** The most memory the process ever had, where the system tells. */
function readPeak(pid: number | undefined): { megabytes?: number } {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? {} : { megabytes: Number(kilobytes) / 1024 };
  } catch {
    return {};
  }
}
