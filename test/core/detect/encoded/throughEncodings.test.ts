import assert from "node:assert/strict";
import { test } from "node:test";
import { changeBetween } from "../../../../src/core/detect/createRescan.ts";
import { detect, rescan, scan } from "../../../../src/core/detect/detect.ts";
import { hex, letters } from "../../../../src/core/detect/samples.ts";

const token = `gh${"p_"}${letters(36)}`;
const pem = [`-----BEGIN ${"RSA PRIVATE"} KEY-----`, `MIIEpAIBAAKCAQEA${letters(48)}`, ...Array.from({ length: 12 }, () => letters(64)), `-----END ${"RSA PRIVATE"} KEY-----`];
const settings = `DB_HOST=db.internal\nGITHUB_TOKEN=${token}\nGREETING=${"good morning ".repeat(20)}\n`;
const password = `password = "kV9x!2mPq7Lw"`;

const inBase64 = (text: string) => Buffer.from(text).toString("base64");
const wrapped = (text: string, width: number, between: string) => (text.match(new RegExp(`.{1,${width}}`, "g")) ?? []).join(between);
const each = (text: string, write: (code: string) => string) => Array.from(text, (char) => write(char.charCodeAt(0).toString(16).padStart(2, "0"))).join("");
const found = (text: string) => detect(text).map(({ detector, start, end }) => [detector, text.slice(start, end)]);

/** What stands before it, the encoded stretch that the finding is to be at, what stands behind it. */
const tokens: Readonly<Record<string, readonly [string, string, string]>> = {
  "base64": ["x: ", inBase64(token), "\n"],
  "base64 with something before the secret, so that it starts in the middle of a group": ["x: ", inBase64(`a:${token}`), "\n"],
  "base64 for addresses, without padding": ["?x=", Buffer.from(`>>>${token}???`).toString("base64url"), "&y=1"],
  "base64 in lines": ["", wrapped(inBase64(settings), 76, "\n"), "\n"],
  "base64 in lines of Windows": ["", wrapped(inBase64(settings), 76, "\r\n"), "\r\n"],
  "base64 in indented lines, as in a manifest": ["data:\n  .env: |\n    ", wrapped(inBase64(settings), 64, "\n    "), "\n  next: 1\n"],
  "base64 of UTF-16, as in a command for PowerShell": ["powershell -enc ", Buffer.from(`$t="${token}"`, "utf16le").toString("base64"), "\n"],
  "hexadecimal digits": ["x'", each(settings, (code) => code), "'"],
  "an address with every character escaped": ["?x=", each(token, (code) => `%${code}`), "&y=1"],
  "JSON with every character escaped": [`{"x": "`, each(token, (code) => String.raw`\u00${code}`), `"}`],
  "a string of JavaScript with every character escaped": ["x = '", each(token, (code) => String.raw`\x${code}`), "';"],
};

for (const [name, [before, encoded, behind]] of Object.entries(tokens)) {
  test(`a token is found in ${name}, where the encoded stretch is`, () => {
    assert.deepEqual(found(before + encoded + behind), [["github-token", encoded]]);
  });
}

const passwords: Readonly<Record<string, readonly [string, string]>> = {
  "a name with an escaped letter": [String.raw`"pass\u0077ord": "kV9x!2mPq7Lw"`, "kV9x!2mPq7Lw"],
  "JSON in JSON": [JSON.stringify({ body: JSON.stringify({ password: "kV9x!2mPq7Lw" }) }), "kV9x!2mPq7Lw"],
  "a notebook's cell": [JSON.stringify({ cells: [{ source: ["import x\n", `${password}\n`, "go()"] }] }, undefined, 1), "kV9x!2mPq7Lw"],
  "two lines of a notebook's cell": [JSON.stringify({ cells: [{ source: ["password: |\n", "  kV9x!2mPq7Lw\n"] }] }, undefined, 1), "kV9x!2mPq7Lw"],
  "an address": [`?q=${encodeURIComponent(password)}`, "kV9x!2mPq7Lw"],
};
for (const [name, [text, value]] of Object.entries(passwords)) {
  test(`a password is found in ${name}, by its value alone`, () => assert.deepEqual(found(text), [["password-assignment", value]]));
}

test("an address with slashes escaped as PHP does is seen through", () => {
  assert.deepEqual(found(String.raw`{"dsn":"postgres:\/\/app:kV9x2mPq7Lw@db.internal\/shop"}`), [["url-password", "kV9x2mPq7Lw"]]);
});

test("a private key whose lines are a notebook's is found from its first line to its last", () => {
  for (const lineEnd of ["\n", "\r\n"]) {
    const notebook = JSON.stringify({ cells: [{ outputs: [{ text: pem.map((line) => `${line}\n`) }] }] }, undefined, 1).replaceAll("\n", lineEnd);
    assert.deepEqual(found(notebook).map(([detector, value]) => [detector, value?.slice(0, 10), value?.slice(-8)]), [["private-key", "-----BEGIN", "KEY-----"]]);
  }
});

test("UTF-16 that was read as if it were UTF-8 is seen through", () => {
  for (const bytes of [Buffer.from(`a\n${password}\n`, "utf16le"), Buffer.from(`a\n${password}\n`, "utf16le").swap16()]) {
    assert.deepEqual(found(bytes.toString("utf8")).map(([detector, value]) => [detector, value?.replaceAll("\0", "")]), [["password-assignment", "kV9x!2mPq7Lw"]]);
  }
});

test("a rescan after an edit in encoded text says what a scan says", () => {
  const before = `x: ${inBase64(`c: ${token}`)}\n`;
  const after = before.replace("x: ", "x: !");
  const broken = before.slice(0, 20);
  assert.deepEqual(rescan(scan(before), changeBetween(before, after), after), scan(after));
  assert.deepEqual(rescan(scan(before), changeBetween(before, broken), broken).findings, []);
  assert.deepEqual(rescan(scan(broken), changeBetween(broken, before), before).findings, detect(before));
});

test("what was found in encoded text is known again after an edit beside it, but not after its detector was turned off", () => {
  const [before, after] = [`a\nx: ${inBase64(token)}\n`, `ab\nx: ${inBase64(token)}\n`];
  const change = changeBetween(before, after);
  assert.deepEqual(rescan(scan(before), change, after).findings, detect(after));
  assert.deepEqual(rescan(scan(before), change, after, { off: new Set(["github-token"]) }).findings, []);
});

test("two levels are not seen through", () => {
  assert.deepEqual(found(inBase64(inBase64(token))), []);
});

test("what a policy has turned off is not found in encoded text either, and there are no more findings than asked for", () => {
  const text = `x: ${inBase64(token)}\ny: ${inBase64(`b ${token}`)}\n`;
  assert.deepEqual(detect(text, { off: new Set(["github-token"]) }), []);
  assert.equal(detect(text, { limit: 1 }).length, 1);
});

test("random bytes, digests and pictures decode to nothing", () => {
  const picture = Buffer.from(Array.from({ length: 6000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256)).toString("base64");
  for (const text of [`"sha512-${letters(86)}=="`, hex(64), `url(data:image/png;base64,${picture})`, wrapped(picture, 76, "\n")]) assert.deepEqual(found(text), []);
});

const longLines: Readonly<Record<string, string>> = {
  "base64": inBase64("some words ".repeat(17_500)), "hexadecimal digits": each("some words ".repeat(11_250), (code) => code), "escapes of a character": String.raw`\u0041`.repeat(42_500), "escaped slashes": String.raw`a\/`.repeat(82_500), "escapes of an address": "%41".repeat(82_500), "backslashes": "\\".repeat(1_000_000), "quotes before colons": String.raw`\":`.repeat(82_500), "letters with zeros": "a\0".repeat(125_000), "percent signs": "%".repeat(1_000_000), "letters of 23, as one that is no letter ends each": `${"a".repeat(23)} `.repeat(10_500), "one list": String.raw`\n",${"\n"}"`.repeat(40_000), "lines of one length": `${"c29tZSB3b3Jkcy4u".repeat(2)}\n`.repeat(7_500),
};
for (const [name, text] of Object.entries(longLines)) {
  test(`a quarter of a million characters of ${name} take no longer than they must`, () => {
    const start = process.cpuUsage();
    detect(text);
    const { user, system } = process.cpuUsage(start);
    assert.ok((user + system) / 1000 < 1000, `${((user + system) / 1000).toFixed(0)} ms`);
  });
}
