import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { crc32 } from "node:zlib";
import { loadBundle } from "../../src/extension/loadBundle.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

interface Greeting { readonly greet: (name: string) => string; readonly places: readonly string[] }
const text = (word: string) => `exports.greet = (name) => "${word} " + require("node:path").basename(name); exports.places = [__filename, __dirname];`;
const sources = new URL("../../src/extension/loadBundle.ts", import.meta.url);
const require = createRequire(import.meta.url);

function bundleSaying(t: TestContext, word: string) {
  const folder = temporaryFolder(t);
  const file = join(folder, "extension.cjs");
  writeFileSync(file, text(word));
  return { folder, file, cache: `${file}.cache`, load: () => loadBundle<Greeting>(file, require) };
}

test("a bundle is what require gives, and is compiled once for all starts", async (t) => {
  const { folder, file, cache, load } = bundleSaying(t, "good day");
  const first = load();
  assert.equal(first.exports.greet("/home/ada"), "good day ada");
  assert.deepEqual(first.exports.places, [file, folder]);
  assert.equal(first.fromCache, false);
  await first.keep();
  assert.equal(statSync(cache).mode & 0o777, 0o600);
  const second = load();
  assert.equal(second.fromCache, true);
  assert.equal(second.exports.greet("/home/ada"), "good day ada");
});

test("another bundle of the same length is not taken for the one in the cache", async (t) => {
  const { file, load } = bundleSaying(t, "good day");
  await load().keep();
  writeFileSync(file, text("bad days"));
  const next = load();
  assert.equal(next.fromCache, false);
  assert.equal(next.exports.greet("ada"), "bad days ada");
  await next.keep();
  assert.equal(load().fromCache, true);
});

test("a cache that is damaged, cut or empty is as none, and is written anew", async (t) => {
  const { cache, load } = bundleSaying(t, "good day");
  await load().keep();
  const good = readFileSync(cache);
  for (const bytes of [withByteChanged(good, good.length - 9), good.subarray(0, 40), Buffer.alloc(0)]) {
    writeFileSync(cache, bytes);
    const next = load();
    assert.equal(next.fromCache, false);
    assert.equal(next.exports.greet("ada"), "good day ada");
    await next.keep();
    assert.equal(load().fromCache, true);
  }
});

function withByteChanged(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}

test("a whole cache of another version of the engine is as none", async (t) => {
  const { file, cache, load } = bundleSaying(t, "good day");
  await load().keep();
  // Behind our own head V8's begins: a magic number, then its version.
  const other = withByteChanged(readFileSync(cache), 20);
  other.writeUInt32LE(crc32(other.subarray(16)), 4);
  const inNewProcess = () => {
    const code = `import { createRequire } from "node:module"; import { loadBundle } from ${JSON.stringify(sources.href)}; const { fromCache, exports } = loadBundle(${JSON.stringify(file)}, createRequire(import.meta.url)); console.log(fromCache, exports.greet("ada"));`;
    return execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" }).trim();
  };
  assert.equal(inNewProcess(), "true good day ada");
  writeFileSync(cache, other);
  assert.equal(inNewProcess(), "false good day ada");
});

test("where the cache cannot be written, nothing fails and nothing is left behind", async (t) => {
  const { folder, cache, load } = bundleSaying(t, "good day");
  mkdirSync(join(cache, "in the way"), { recursive: true });
  await load().keep();
  assert.deepEqual(readdirSync(folder).toSorted(), ["extension.cjs", "extension.cjs.cache"]);
});
