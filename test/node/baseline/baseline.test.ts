import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { detect } from "../../../src/core/detect/detect.ts";
import type { Finding } from "../../../src/core/request.ts";
import { parseBaseline, writeBaseline, type Baseline } from "../../../src/node/baseline/baseline.ts";
import { createBaselines } from "../../../src/node/baseline/baselines.ts";
import { createFingerprints } from "../../../src/node/baseline/fingerprint.ts";
import { createInBaseline } from "../../../src/node/baseline/inBaseline.ts";
import { newSalt, saveBaseline, toEntries, type Accepted, type Taken } from "../../../src/node/baseline/makeBaseline.ts";
import { readBaseline } from "../../../src/node/baseline/readBaseline.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;
const other = `gh${"p_"}0zQhT7mVbX2rKc9LsYp4dJw8NfAe1GuiRk3v`;
const weak = "Sommer-2024!";
const salt = "0".repeat(32);

const found = (text: string) => {
  const findings = detect(text);
  assert.ok(findings.length > 0, "nothing is found in the example");
  return findings;
};
const take = (entries: readonly Accepted[], more: Partial<Taken> = {}) => toEntries({ found: entries, below: [], before: [], date: "2026-11-25", covers: () => true, ...more });
/** What a baseline of `before` leaves to show in `after`. */
function leftAfter(before: string, after: string): number {
  const fingerprint = createFingerprints(salt, before, found(before));
  const entries = take(found(before).map((finding) => ({ detector: finding.detector, path: "src/a.ts", ...fingerprint(finding) })));
  const known = createInBaseline([{ tool: "gatelodge", folder: "/shop", salt, entries }]);
  return found(after).length - known("/shop/src/a.ts", after, found(after)).size;
}

test("a token is known by its value: it may move, another one is new, and so is a second one of it", () => {
  const line = `const key = "${token}";\n`;
  assert.equal(leftAfter(line, `// moved\n\nexport const renamed = "${token}";\n`), 0);
  assert.equal(leftAfter(line, line.replace(token, other)), 1);
  assert.equal(leftAfter(line, line + line), 1);
});

test("a password that could be guessed is known by its line alone, and leaves no trace in the file", () => {
  const line = `password = "${weak}"\n`;
  const fingerprint = createFingerprints(salt, line, found(line));
  const marks = found(line).map((finding) => fingerprint(finding));
  assert.deepEqual(marks.map(({ by }) => by), ["place"]);
  // The same line with another password has the same mark: whoever tries a list of words learns nothing.
  const twin = line.replace(weak, "Winter-2019!");
  assert.deepEqual(found(twin).map(createFingerprints(salt, twin, found(twin))), marks);
  assert.equal(leftAfter(line, `\n  password =   "${weak}"\r\n`), 0);
  assert.equal(leftAfter(line, `admin_password = "${weak}"\n`), 1);
});

test("made-up values that people think of are not taken for a machine's", () => {
  for (const value of ["correct-horse-battery-1", "Tr0ub4dor&3-Tr0ub4dor&3", "Password123Password123!", "MySuperSecretPassw0rd!2024", "qwertzuiop123456789asdf"]) {
    const text = `x ${value}`;
    const finding: Finding = { detector: "password-assignment", kind: "secret", tier: "likely", start: 2, end: text.length };
    assert.equal(createFingerprints(salt, text, [finding])(finding).by, "place", value);
  }
});

test("a file of ours comes back as it was written, keeps reason and date, and is itself no finding", (context) => {
  const file = join(temporaryFolder(context), ".gatelodge-baseline.json");
  const own = { salt: newSalt(), entries: take([{ detector: "github-token", path: "a.ts", by: "value", fingerprint: newSalt() }, { detector: "github-token", path: "b.ts", by: "place", fingerprint: newSalt() }]) };
  saveBaseline(file, own);
  const read = readBaseline(file);
  assert.ok(read?.tool === "gatelodge");
  assert.deepEqual({ salt: read.salt, entries: read.entries }, own);
  assert.deepEqual(detect(readFileSync(file, "utf8")), []);
  const again = take(own.entries, { before: own.entries.map((entry) => ({ ...entry, reason: "Of the manual." })), date: "2027-01-01" });
  assert.deepEqual(again.map(({ date, reason }) => [date, reason]), [["2026-11-25", "Of the manual."], ["2026-11-25", "Of the manual."]]);
});

test("an entry stays when its file was not looked through or it was not asked for, and leaves when it is gone", () => {
  const entry = (path: string): Accepted => ({ detector: "github-token", path, by: "value", fingerprint: path });
  const before = take(["seen.ts", "gone.ts", "less certain.ts", "elsewhere.ts"].map(entry)).map((each) => ({ ...each, reason: "Known." }));
  const again = take([entry("seen.ts")], { before, below: [entry("less certain.ts")], covers: (path) => path !== "elsewhere.ts", date: "2027-01-01" });
  assert.deepEqual(again.map(({ path, reason, date }) => [path, reason, date]), ["seen.ts", "less certain.ts", "elsewhere.ts"].map((path) => [path, "Known.", "2026-11-25"]));
});

test("what is no baseline, is damaged, a link, a pipe or huge counts for nothing", { skip: process.platform === "win32" }, (context) => {
  const folder = temporaryFolder(context);
  for (const text of ["{", "{}", "[]", "null", '{"format":"gatelodge baseline 1"}', '{"format":"gatelodge baseline 1","salt":"x","entries":[]}', "some text", "{\"results\":7}"]) assert.equal(parseBaseline(text, "/"), undefined, text);
  const broken = parseBaseline(`{"format":"gatelodge baseline 1","salt":"${salt}","entries":[null,7,{"detector":"a"},{"detector":"a","path":"b","by":"place","fingerprint":"c","count":1,"date":"d"}]}`, "/");
  assert.equal(broken?.tool === "gatelodge" && broken.entries.length, 1);
  writeFileSync(join(folder, "real"), writeBaseline({ salt, entries: [] }));
  symlinkSync("real", join(folder, "link"));
  execFileSync("mkfifo", [join(folder, "pipe")]);
  writeFileSync(join(folder, "huge"), "#".repeat(5_000_001));
  assert.deepEqual(["link", "pipe", "huge", "absent"].map((name) => readBaseline(join(folder, name))), [undefined, undefined, undefined, undefined]);
});

test("detect-secrets' baseline knows values by SHA-1, except those that an audit found real", () => {
  const sha1 = createHash("sha1").update(token).digest("hex");
  const text = `key = "${token}"`;
  const left = (entry: object, path = "/shop/src/a.py") => {
    const baseline = parseBaseline(JSON.stringify({ version: "1.4.0", plugins_used: [], results: { "src/a.py": [entry] } }), "/shop");
    return found(text).length - createInBaseline([baseline as Baseline])(path, text, found(text)).size;
  };
  assert.equal(left({ hashed_secret: sha1, type: "GitHub Token", line_number: 9 }), 0);
  assert.equal(left({ hashed_secret: sha1, is_secret: true }), 1);
  assert.equal(left({ hashed_secret: sha1.replace(/./, "x") }), 1);
  assert.equal(left({ hashed_secret: sha1 }, "/shop/src/b.py"), 1);
});

test(".gitleaksignore knows file and line; an entry that names a commit speaks of that commit", () => {
  const text = `\nkey = "${token}"\n`;
  const left = (lines: string) => found(text).length - createInBaseline([parseBaseline(lines, "/shop") as Baseline])("/shop/src/a.py", text, found(text)).size;
  assert.equal(left("# known\nsrc/a.py:github-pat:2\n"), 0);
  assert.equal(left("src/a.py:github-pat:3\n"), 1);
  assert.equal(left(`${"cd5226711335c68be1e720b318b7bc3135a30eb2"}:src/a.py:github-pat:2\n`), 1);
});

test("a repository's baseline counts for its files, and a change of it at once", (context) => {
  const repository = temporaryFolder(context);
  const baselines = createBaselines();
  const text = `key = "${token}"`;
  const known = () => baselines({ absolute: join(repository, "src/a.ts"), aliases: [], repository, resolved: true })?.(text, found(text)).size;
  assert.equal(known(), 0);
  writeFileSync(join(repository, ".gitleaksignore"), "src/a.ts:github-pat:1\n");
  assert.equal(known(), 1);
  writeFileSync(join(repository, ".gitleaksignore"), "src/b.ts:github-pat:1\n");
  assert.equal(known(), 0);
  assert.equal(baselines({ absolute: "/elsewhere", aliases: [], resolved: true }), undefined);
});
