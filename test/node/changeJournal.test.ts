/** Other tools' files, changed and put back. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import type { TextEditor } from "../../src/assistants/textEdit.ts";
import { createChangeJournal } from "../../src/node/changeJournal.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const source = join(import.meta.dirname, "../../src/node/changeJournal.ts");

/** Adds a line, and takes it out. */
const edit: TextEditor = {
  put: (text = "") => (text.includes("broken") ? { error: "it is broken" } : { text: text.includes("ours\n") ? text : `${text}ours\n` }),
  takeOut: (text) => ({ text: text.replace("ours\n", ""), empty: text === "ours\n" }),
};

function setUp(context: TestContext, before?: string | Buffer) {
  const root = temporaryFolder(context);
  const file = join(root, "home", ".tool", "settings.json");
  if (before !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, before, { mode: 0o640 });
    chmodSync(file, 0o640);
  } else mkdirSync(join(root, "home"));
  const folder = join(root, "state", "changes");
  return { root, file, folder, journal: createChangeJournal(folder) };
}

for (const before of ["", "a\n", "\uFEFFa\r\nb", "no line end"]) {
  test(`${JSON.stringify(before)} comes back byte for byte, with its mode`, (context) => {
    const { file, journal, folder } = setUp(context, before);
    assert.equal(journal.put(file, "x", edit), "written");
    assert.equal(journal.put(file, "x", edit), "unchanged");
    assert.equal(readFileSync(file, "utf8"), `${before}ours\n`);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777), [0o600]);
    assert.equal(journal.restore(file, edit), "written");
    assert.equal(readFileSync(file, "utf8"), before);
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(journal.entries(), []);
    assert.deepEqual(readdirSync(dirname(file)), ["settings.json"]);
  });
}

test("a file that was not there is gone again, with the folders that were made for it", (context) => {
  const { file, journal } = setUp(context);
  assert.equal(journal.put(file, "x", edit), "written");
  assert.equal(journal.restore(file, edit), "written");
  assert.ok(!existsSync(dirname(file)));
  assert.equal(journal.restore(file, edit), "unchanged");
});

test("what was edited around ours stays when ours is taken out, also after ours was written anew", (context) => {
  const { file, journal } = setUp(context, "a\n");
  journal.put(file, "x", edit);
  writeFileSync(file, "a\nours\nb\n");
  assert.equal(journal.put(file, "x", edit), "unchanged");
  assert.equal(journal.restore(file, edit), "written");
  assert.equal(readFileSync(file, "utf8"), "a\nb\n");
  journal.put(file, "x", edit);
  writeFileSync(file, "a\nb\nc\n"); // somebody took ours out
  journal.put(file, "x", edit);
  journal.restore(file, edit);
  assert.equal(readFileSync(file, "utf8"), "a\nb\nc\n");
});

test("a new file that somebody has written into stays, without ours", (context) => {
  const { file, journal } = setUp(context);
  journal.put(file, "x", edit);
  writeFileSync(file, "theirs\nours\n");
  journal.restore(file, edit);
  assert.equal(readFileSync(file, "utf8"), "theirs\n");
});

test("a lost journal still lets ours be taken out", (context) => {
  const { file, folder, journal } = setUp(context, "a\n");
  journal.put(file, "x", edit);
  for (const name of readdirSync(folder)) writeFileSync(join(folder, name), "garbage");
  assert.equal(journal.restore(file, edit), "written");
  assert.equal(readFileSync(file, "utf8"), "a\n");
});

test("a link stays a link", (context) => {
  const { root, file, journal } = setUp(context, "a\n");
  const link = join(root, "link.json");
  symlinkSync(file, link);
  journal.put(link, "x", edit);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(readFileSync(file, "utf8"), "a\nours\n");
  journal.restore(link, edit);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.equal(readFileSync(file, "utf8"), "a\n");
});

test("broken, read-only, not text, a folder, a link to nothing: a sentence, and nothing touched or recorded", (context) => {
  const { root, file, journal } = setUp(context, "broken\n");
  const readOnly = join(root, "read-only");
  writeFileSync(readOnly, "a\n", { mode: 0o444 });
  const binary = join(root, "binary");
  writeFileSync(binary, Buffer.from([0xff, 0xfe, 0x00]));
  const dangling = join(root, "dangling");
  symlinkSync(join(root, "nothing"), dangling);
  const results = [file, readOnly, binary, root, dangling].map((each) => journal.put(each, "x", edit));
  assert.deepEqual(results, ["it is broken", "it is read-only", "it is not UTF-8", "it is no file", "it is a link to nothing"].map((error) => ({ error })));
  assert.equal(readFileSync(readOnly, "utf8"), "a\n");
  assert.deepEqual(journal.entries(), []);
});

test("a full disk leaves the file and the record of it as they were", (context) => {
  const { root, folder } = setUp(context);
  const small = join(root, "small");
  mkdirSync(small);
  // In a name space of its own: the disk is gone with the process, whatever happens.
  const script = `mount -t tmpfs -o size=64k tmpfs "$0" || exit 77; exec "$1" --input-type=module -e "$2"`;
  const work = `import { readFileSync, readdirSync, writeFileSync } from "node:fs";
    const { createChangeJournal } = await import(${JSON.stringify(source)});
    const file = ${JSON.stringify(join(small, "settings.json"))};
    writeFileSync(file, "a".repeat(40_000));
    const journal = createChangeJournal(${JSON.stringify(folder)});
    const change = journal.put(file, "x", { put: (text) => ({ text: text + "b".repeat(30_000) }), takeOut: (text) => ({ text }) });
    console.log(JSON.stringify([change, readFileSync(file, "utf8") === "a".repeat(40_000), readdirSync(${JSON.stringify(small)}), journal.entries()]));`;
  const { status, stdout } = spawnSync("unshare", ["-m", "sh", "-c", script, small, process.execPath, work], { encoding: "utf8" });
  if (status !== 0) return context.skip("no rights to make a small disk");
  assert.deepEqual(JSON.parse(stdout), [{ error: "the disk is full" }, true, ["settings.json"], []]);
});

test("many at once end with ours there once, and the bytes from before", async (context) => {
  const { file, folder, journal } = setUp(context, "a\n");
  const script = `const { createChangeJournal } = await import(${JSON.stringify(source)});
    const edit = { put: (text) => ({ text: text.includes("ours") ? text : text + "ours\\n" }), takeOut: (text) => ({ text: text.replace("ours\\n", "") }) };
    process.exit(typeof createChangeJournal(${JSON.stringify(folder)}).put(${JSON.stringify(file)}, "x", edit) === "string" ? 0 : 1);`;
  const codes = await Promise.all(Array.from({ length: 4 }, () => new Promise((resolve) => spawn(process.execPath, ["--input-type=module", "-e", script], { stdio: "ignore" }).once("close", resolve))));
  assert.deepEqual(codes, [0, 0, 0, 0]);
  assert.equal(readFileSync(file, "utf8"), "a\nours\n");
  journal.restore(file, edit);
  assert.equal(readFileSync(file, "utf8"), "a\n");
});

test("a lock that a process left behind is no lock", (context) => {
  const { file, folder, journal } = setUp(context, "a\n");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "lock"), "999999999");
  assert.equal(journal.put(file, "x", edit), "written");
});
