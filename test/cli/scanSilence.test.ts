/** What the bundled command line does not show: allowed by comments, in baselines, turned down. */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test, type TestContext } from "node:test";
import { runCommand } from "../support/commandLine.ts";
import { git, writeFiles } from "../support/repository.ts";
import { buildBundles } from "../support/serverBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const bundles = buildBundles("cli", "scanWorker");
after(bundles.remove);
const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const other = `gh${"p_"}0zQhT7mVbX2rKc9LsYp4dJw8NfAe1GuiRk3v`;
const weak = "Sommer-2024!";

function createPlace(context: TestContext, files: Readonly<Record<string, string>>) {
  const root = temporaryFolder(context);
  const [folder, home] = [join(root, "shop"), join(root, "home")];
  for (const each of [folder, home]) mkdirSync(each);
  writeFiles(folder, files);
  return { folder, home, run: (...args: readonly string[]) => runCommand(bundles.folder, { args: ["scan", ...args], folder, home }) };
}

test("what a comment allows is counted, and shown with --all; what is certain is shown anyway", async (context) => {
  const { run } = createPlace(context, { "a.py": `password = "${weak}"  # gitleaks:allow\n` });
  const { code, stdout } = await run("--tier", "possible");
  assert.equal(code, 0);
  assert.match(stdout, /^0 findings .*\n1 finding allowed by comments not shown \(--all\)\.\n$/);
  assert.match((await run("--tier", "possible", "--all")).stdout, /a\.py:1:13: possible secret/);
  const certain = createPlace(context, { "a.py": `key = "${token}"  # gitleaks:allow\n` });
  assert.equal((await certain.run()).code, 1);
});

test("a baseline is made, silences what it holds, and lets what is new through; no value is in it", async (context) => {
  const { run, folder } = createPlace(context, { "src/a.ts": `a = "${token}"\n`, "b.py": `password = "${weak}"\n` });
  const made = await run("--tier", "possible", "--make-baseline", "known.json");
  assert.deepEqual([made.code, made.stdout], [0, "2 findings written to known.json, 1 of them by their place: another value there is quiet as well.\n"]);
  const text = readFileSync(join(folder, "known.json"), "utf8");
  for (const value of [token.slice(4, 16), weak, weak.slice(0, 6)]) assert.ok(!text.includes(value));
  const again = await run("--tier", "possible", "--baseline", "known.json");
  assert.equal(again.code, 0);
  assert.match(again.stdout, /2 findings in the baseline not shown/);
  assert.equal((await run()).code, 1);
  writeFiles(folder, { "src/a.ts": `a = "${token}"\nb = "${other}"\n` });
  const { code, stdout } = await run("--baseline", "known.json");
  assert.equal(code, 1);
  assert.match(stdout, /^src\/a\.ts:2:6: /);
});

test("a baseline at the repository's root counts without being named, also from a folder inside and for what is staged", async (context) => {
  const { run, folder, home } = createPlace(context, { "src/a.ts": `a = "${token}"\n` });
  git(folder, "init");
  await run("--make-baseline", ".gatelodge-baseline.json");
  git(folder, "add", ".");
  assert.deepEqual([(await run()).code, (await run("--staged")).code, (await run("--all")).code], [0, 0, 1]);
  assert.equal((await runCommand(bundles.folder, { args: ["scan"], folder: join(folder, "src"), home })).code, 0);
});

test("making a baseline anew keeps reasons, and drops what is gone", async (context) => {
  const { run, folder } = createPlace(context, { "a.ts": `a = "${token}"\n`, "b.ts": `b = "${other}"\n` });
  await run("--make-baseline", ".gatelodge-baseline.json");
  const file = join(folder, ".gatelodge-baseline.json");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll(/"date":"[\d-]+"/g, '"date":"2025-01-01","reason":"Of the manual."'));
  writeFiles(folder, { "b.ts": "" });
  await run("--make-baseline", ".gatelodge-baseline.json");
  const { entries } = JSON.parse(readFileSync(file, "utf8")) as { entries: readonly { path: string; date: string; reason: string }[] };
  assert.deepEqual(entries.map(({ path, date, reason }) => [path, date, reason]), [["a.ts", "2025-01-01", "Of the manual."]]);
});

test("a file that is no baseline is refused, and not written over", async (context) => {
  const { run, folder } = createPlace(context, { "a.ts": "let a;\n" });
  for (const args of [["--baseline", "a.ts"], ["--baseline", "none.json"], ["--make-baseline", "a.ts"], ["--make-baseline", "none/x.json"], ["--stdin", "--make-baseline", "x.json"]]) assert.equal((await run(...args)).code, 2, args.join(" "));
  assert.equal(readFileSync(join(folder, "a.ts"), "utf8"), "let a;\n");
});

test("a rule that the repository's policy turns down is counted, not shown", async (context) => {
  const { run, folder } = createPlace(context, { "a.py": `password = "${weak}"\n` });
  git(folder, "init");
  const detector = /secret, ([\w-]+) /.exec((await run("--tier", "possible")).stdout)?.[1] ?? "";
  writeFiles(folder, { "gatelodge.yaml": `version: 1\ndetectors:\n  quiet:\n    - { id: ${detector}, reason: "Made-up passwords of the tests." }\n` });
  const { code, stdout } = await run("--tier", "possible");
  assert.equal(code, 0);
  assert.match(stdout, /1 finding of rules that are turned down not shown/);
});
