import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createDisk } from "../../../src/inventory/tools/disk.ts";

const top = mkdtempSync(join(tmpdir(), "gatelodge-disk-"));
after(() => rmSync(top, { recursive: true }));
const inside = join(top, "inside");
mkdirSync(join(inside, "folder"), { recursive: true });
writeFileSync(join(inside, "a.json"), "\uFEFF{}");
writeFileSync(join(top, "key"), "secret");
const disk = createDisk({ bytes: 10, entries: 2 });
const read = (name: string) => disk.read(join(inside, name), inside);

test("a file is read without its mark, a missing one is absent", async () => {
  assert.deepEqual(await read("a.json"), { kind: "text", text: "{}" });
  assert.deepEqual(await read("b.json"), { kind: "absent" });
});

test("what is too large, no file, or a pipe that nobody writes to is refused", async () => {
  writeFileSync(join(inside, "large"), "x".repeat(11));
  assert.deepEqual(await read("large"), { kind: "refused", why: "it is too large" });
  assert.deepEqual(await read("folder"), { kind: "refused", why: "it is no file" });
  execFileSync("mkfifo", [join(inside, "pipe")]);
  assert.deepEqual(await read("pipe"), { kind: "refused", why: "it is no file" });
  rmSync(join(inside, "large"));
  rmSync(join(inside, "pipe"));
});

test("a link within its place is followed, one that leads out is not, nor is a folder of that kind listed", async () => {
  symlinkSync("a.json", join(inside, "near"));
  symlinkSync("../key", join(inside, "far"));
  symlinkSync("..", join(inside, "up"));
  assert.deepEqual(await read("near"), { kind: "text", text: "{}" });
  assert.deepEqual(await read("far"), { kind: "refused", why: "it is a link that leads out of its place" });
  assert.deepEqual(await read("up/key"), { kind: "refused", why: "it is a link that leads out of its place" });
  assert.deepEqual(await disk.list(join(inside, "up"), inside), []);
});

test("of a folder that is too full only so much is listed", async () => {
  assert.equal((await disk.list(inside, inside)).length, 2);
  assert.deepEqual(await disk.list(join(inside, "folder"), inside), []);
});
