import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { TextDocument } from "vscode-languageserver-textdocument";
import { createBaselines } from "../../src/node/baseline/baselines.ts";
import { createFalsePositives } from "../../src/node/falsePositives.ts";
import { locationsFor } from "../../src/node/locations.ts";
import { createPathIdentity } from "../../src/node/pathIdentity.ts";
import { createPolicyStore } from "../../src/node/policyStore.ts";
import { lookThrough } from "../../src/server/scan/lookThrough.ts";
import { createScannedTexts } from "../../src/server/scan/scannedTexts.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const token = `gh${"p_"}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx`;

async function look(context: TestContext, text: string) {
  const home = temporaryFolder(context);
  const locations = locationsFor("linux", home, `${home}/no-machine-file`);
  const parts = { policies: createPolicyStore({ locations, platform: "linux", now: Date.now }), identify: createPathIdentity(Date.now), falsePositives: createFalsePositives(locations.state), baselines: createBaselines(), now: Date.now, scannedTexts: createScannedTexts() };
  const start = performance.now();
  const found = await lookThrough(parts, TextDocument.create("file:///data/a.txt", "plaintext", 1, text));
  return { found, milliseconds: performance.now() - start };
}

test("200 MB are not looked through, which is said at once", async (context) => {
  const { found, milliseconds } = await look(context, "x".repeat(200_000_000));
  assert.match(found.undecided ?? "", /too large/);
  assert.ok(milliseconds < 500, `${milliseconds} ms`);
});

test("a secret in a single line of 1 MB is found where it is", async (context) => {
  const before = "lorem ipsum dolor ".repeat(50_000);
  const { found } = await look(context, `${before} ${token} ${"sit amet ".repeat(10_000)}`);
  assert.deepEqual(found.findings.map(({ start, end }) => [start, end]), [[before.length + 1, before.length + 1 + token.length]]);
});

test("a binary file is looked through like any other", async (context) => {
  const noise = Array.from({ length: 50_000 }, (_, index) => String.fromCharCode((index * 7919) % 256)).join("");
  const { found } = await look(context, `\0\0${noise}\0 ${token} \0${noise}`);
  assert.equal(found.undecided, undefined);
  assert.ok(found.findings.some(({ start }) => start === noise.length + 4));
});

test("half characters and what is no UTF-8 do not stop a look", async (context) => {
  const { found } = await look(context, `\ud800${Buffer.from([0xff, 0xfe, 0xc3, 0x28]).toString("utf8")}\udc00 ${token}\ud83d`);
  assert.equal(found.undecided, undefined);
  assert.ok(found.findings.length > 0);
});

test("the largest minified file takes less than a few seconds", async (context) => {
  const unit = 'function a(b,c){var d=b.key||"x_1234567890abcdef";return c?d+e("https://example.com/v1?q="+b):null}';
  const text = unit.repeat(Math.floor(3_999_000 / unit.length));
  const { found, milliseconds } = await look(context, text);
  assert.equal(found.undecided, undefined);
  assert.ok(milliseconds < 3000, `${milliseconds} ms`);
});
