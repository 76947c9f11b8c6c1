/** What people install holds what we mean to ship and nothing else. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";
import { buildVsix } from "../../scripts/toolchain/vsix.mjs";
import { detectors } from "../../src/core/detect/detectors.ts";
import { repository } from "./sources.ts";
import { merged } from "../support/policies.ts";

interface Entry { readonly name: string; readonly content: Buffer }

/** By the central directory at the end of a zip file: its sizes hold also where the local headers leave them out. */
function readZip(zip: Buffer): readonly Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const entries: Entry[] = [];
  for (let at = zip.readUInt32LE(end + 16); entries.length < zip.readUInt16LE(end + 10); at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)) {
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    entries.push({ name: zip.toString("utf8", at + 46, at + 46 + zip.readUInt16LE(at + 28)), content: zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed });
  }
  return entries;
}

const zip = readFileSync(await buildVsix());
const entries = readZip(zip);
const meta = ["[Content_Types].xml", "extension.vsixmanifest"];
const documents = ["extension/package.json", "extension/readme.md", "extension/changelog.md", "extension/LICENSE.txt", "extension/NOTICE"];
const shipped = [/^extension\/dist\/\w+\.cjs$/, /^extension\/dist\/opencodePlugin\.mjs$/, /^extension\/dist\/pages\/\w+\.(js|css)$/, /^extension\/media\/[\w.]+\.(png|svg|json|js|css)$/];

test("the package holds the allow-listed files only", () => {
  const names = entries.map(({ name }) => name);
  for (const needed of [...meta, ...documents, "extension/dist/start.cjs", "extension/dist/extension.cjs", "extension/dist/server.cjs", "extension/dist/yaml.cjs", "extension/dist/detect.cjs", "extension/dist/uninstall.cjs", "extension/dist/hook.cjs", "extension/dist/answerHere.cjs", "extension/dist/resident.cjs", "extension/dist/opencodePlugin.mjs", "extension/dist/cli.cjs", "extension/dist/scanWorker.cjs", "extension/dist/inventoryWorker.cjs", "extension/media/icon.png", "extension/media/screenshot.png"]) assert.ok(names.includes(needed), needed);
  assert.deepEqual(names.filter((name) => ![...meta, ...documents].includes(name) && !shipped.some((pattern) => pattern.test(name))), []);
});

test("no example of a rule", () => {
  const programs = entries.filter(({ name }) => name.endsWith(".cjs")).map(({ name, content }) => ({ name, text: content.toString("utf8") }));
  assert.ok(programs.some(({ text }) => text.includes("github-fine-grained-token")), "the rules are in the package");
  // A rule in twenty: a module that brings the examples brings all of them. That none is in the compiled rules is tried for each (rules.test.ts).
  const longer = detectors.filter((_, index) => index % 20 === 0).flatMap(({ examples, counterExamples }) => [...examples(), ...counterExamples()]).filter((text) => text.length > 40);
  assert.ok(longer.length > 50);
  for (const { name, text } of programs) assert.deepEqual(["counterExamples", ...longer].filter((each) => text.includes(each)), [], name);
});

test("what a start loads holds no detector", () => {
  const loaded = entries.find(({ name }) => name === "extension/dist/extension.cjs")?.content.toString("utf8") ?? "";
  assert.ok(loaded.includes("./detect.cjs"));
  // The policy names a few, to say what they give or that they are off.
  const { classification, detectorsOff } = merged().policy;
  const named = new Set([...detectorsOff, ...classification.flatMap((entry) => entry.detectors ?? [])]);
  assert.deepEqual(detectors.filter(({ id }) => !named.has(id) && loaded.includes(`"${id}"`)).map(({ id }) => id), []);
});

test("no place of the machine that built it, no source map, no test", () => {
  const places = [repository, homedir()].filter((place) => place.length > 2);
  for (const { name, content } of entries) {
    const text = content.toString("utf8");
    assert.deepEqual(places.filter((place) => text.includes(`${place}/`)), [], name);
    assert.ok(!text.includes("sourceMappingURL=") || name.endsWith(".md"), name);
  }
});

test("pictures of the readme are in the package", () => {
  const readme = entries.find(({ name }) => name === "extension/readme.md")?.content.toString("utf8") ?? "";
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map(([, target]) => `extension/${target}`);
  assert.ok(pictures.length > 0);
  assert.deepEqual(pictures.filter((picture) => !entries.some(({ name }) => name === picture)), []);
});

test("it is small", () => {
  assert.ok(zip.length < 3_000_000, `${zip.length} bytes`);
});
