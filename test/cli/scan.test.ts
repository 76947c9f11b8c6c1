/** The bundled command line on files, staged changes and one text. */
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { runCommand } from "../support/commandLine.ts";
import { git, writeFiles } from "../support/repository.ts";
import { buildBundles } from "../support/serverBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundles = buildBundles("cli", "scanWorker");
after(bundles.remove);
const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;

function createPlace(context: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const root = temporaryFolder(context);
  const [folder, home] = [join(root, "shop"), join(root, "home")];
  for (const each of [folder, home]) mkdirSync(each);
  writeFiles(folder, files);
  const run = (args: readonly string[], input?: string | Uint8Array, environment?: Readonly<Record<string, string>>) =>
    runCommand(bundles.folder, { args: ["scan", ...args], folder, home, ...(input === undefined ? {} : { input }), ...(environment === undefined ? {} : { environment }) });
  return { folder, home, run };
}
const silent = (text: string) => assert.ok(!text.includes(token.slice(4, 20)), "a value was printed");

test("exit codes: 0 nothing, 1 findings, 2 usage; a wrong usage is one line", async (context) => {
  const { run, folder, home } = createPlace(context, { "a.ts": "1", "b.ts": token });
  assert.equal((await run(["a.ts"])).code, 0);
  assert.equal((await run([])).code, 1);
  for (const args of [["none.ts"], ["--none"], ["--tier", "sure"], ["--threads", "0"], ["--threads", "1.5"], ["--format", "xml"], ["--stdin", "--jsonl"], ["--stdin", "a.ts"], ["--deadline", "x"]]) {
    const { code, stdout, stderr } = await run(args);
    assert.deepEqual([code, stdout, stderr.split("\n").length], [2, "", 2], `${args.join(" ")}: ${stderr}`);
  }
  assert.equal((await runCommand(bundles.folder, { args: ["none"], folder, home })).code, 2);
  assert.equal((await runCommand(bundles.folder, { args: [], folder, home })).code, 2);
});

test("--help of the program and of the command tells of every option", async (context) => {
  const { run, folder, home } = createPlace(context);
  assert.match((await runCommand(bundles.folder, { args: ["--help"], folder, home })).stdout, /Commands:\n {2}scan/);
  const { code, stdout } = await run(["--help"]);
  assert.equal(code, 0);
  const source = readFileSync(join(import.meta.dirname, "../../src/cli/scan/scanArguments.ts"), "utf8");
  const options = [...source.matchAll(/"?([\w-]+)"?: \{ type: "/g)].map(([, name]) => name ?? "");
  assert.ok(options.length > 10);
  assert.deepEqual(options.filter((name) => !stdout.includes(`--${name}`)), []);
  assert.match(stdout, /UTF-16/);
});

test("the text report names place and kind, never the value, and no control character of a name", async (context) => {
  const { run } = createPlace(context, { "src/a\u001b[31m.ts": `one\nconst x = "${token}";\n` });
  const { stdout, stderr } = await run([]);
  assert.match(stdout, /^src\/a\\u\{1b\}\[31m\.ts:2:12: certain secret, github-token \(40 characters\)\n\n1 finding in 1 file; 1 file scanned\.\n$/);
  assert.equal(stderr, "");
  silent(stdout);
});

test("the JSON report counts what was passed over and lists what was not scanned", async (context) => {
  const { run } = createPlace(context, { "a.ts": `😀 ${token}`, "b.bin": Buffer.alloc(50), "c.txt": "x".repeat(3000) });
  const { code, stdout } = await run(["--format", "json", "--max-size", "0.002"]);
  assert.deepEqual(JSON.parse(stdout), {
    version: 1, scanned: 1, belowTier: 0, dropped: { marked: 0, comments: 0, baseline: 0, rules: 0 }, skipped: { binary: 1, link: 0, special: 0, gone: 0 },
    findings: [{ path: "a.ts", detector: "github-token", kind: "secret", tier: "certain", start: 3, end: 43, line: 1, column: 4, endLine: 1, endColumn: 44 }],
    unscanned: [{ path: "c.txt", reason: "it is too large" }],
  });
  assert.equal(code, 1);
});

test("a file that was not scanned is no clean result, unless that is accepted", async (context) => {
  const { run } = createPlace(context, { "c.txt": "x".repeat(3000) });
  const { code, stdout } = await run(["--max-size", "0.002"]);
  assert.equal(code, 2);
  assert.match(stdout, /1 file NOT scanned, and not known to be clean:\n {2}c\.txt: it is too large/);
  assert.equal((await run(["--max-size", "0.002", "--allow-unscanned"])).code, 0);
});

test("a file that takes longer than the deadline is not scanned", async (context) => {
  const { run } = createPlace(context, { "slow.txt": "const key = value;\n".repeat(1_000_000), "a.ts": token });
  const { stdout } = await run(["--deadline", "0.02", "--threads", "1", "--format", "json"]);
  const { unscanned } = JSON.parse(stdout) as { unscanned: readonly object[] };
  assert.deepEqual(unscanned.filter((file) => JSON.stringify(file).includes("slow")), [{ path: "slow.txt", reason: "it took too long" }]);
});

test("findings below the tier are counted, not shown", async (context) => {
  const { run } = createPlace(context, { "a.ts": `const password = "${"kR8#vQ2"}!mZp4x";\n` });
  const all = JSON.parse((await run(["--tier", "possible", "--format", "json"])).stdout) as { findings: readonly { tier: string }[] };
  assert.ok(all.findings.length > 0 && all.findings.every(({ tier }) => tier !== "certain"));
  const { code, stdout } = await run(["--tier", "certain"]);
  assert.equal(code, 0);
  assert.match(stdout, /1 finding less certain than certain not shown/);
});

test("--stdin scans one text, with a byte order mark or in UTF-16 as well", async (context) => {
  const { run } = createPlace(context);
  for (const input of [Buffer.from(`\ufeff${token}`), Buffer.from(`\ufeff${token}`, "utf16le")]) {
    const { code, stdout } = await run(["--stdin"], input);
    assert.equal(code, 1);
    assert.match(stdout, /^stdin:1:1: certain secret, github-token/);
  }
  assert.equal((await run(["--stdin"], "")).code, 0);
});

test("--staged scans what would be committed, seen from where it is called, in a hook too", async (context) => {
  const { run, folder } = createPlace(context, { "src/a.ts": token, "b.ts": token });
  assert.equal((await run(["--staged"])).code, 2);
  git(folder, "init");
  git(folder, "add", "src/a.ts");
  writeFiles(folder, { "src/a.ts": "clean by now" });
  const { code, stdout } = await run(["--staged"], undefined, { GIT_DIR: ".git", GIT_INDEX_FILE: ".git/index" });
  assert.equal(code, 1);
  assert.match(stdout, /^src\/a\.ts:1:1: certain secret.*\n\n1 finding in 1 file; 1 file scanned\.\n$/);
});

test("the cache is the user's only, and --no-cache leaves none", async (context) => {
  const { run, home } = createPlace(context, { "a.ts": token });
  const folder = join(home, process.platform === "darwin" ? "Library/Caches/Gatelodge" : ".cache/gatelodge");
  await run(["--no-cache"]);
  assert.equal(statSync(folder, { throwIfNoEntry: false }), undefined);
  const first = await run([]);
  const [name = ""] = readdirSync(folder);
  assert.equal(statSync(join(folder, name)).mode & 0o777, 0o600);
  silent(readFileSync(join(folder, name), "utf8"));
  assert.deepEqual(await run([]), first);
});
