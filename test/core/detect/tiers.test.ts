import assert from "node:assert/strict";
import { test } from "node:test";
import { crc32 as reference } from "node:zlib";
import { checkDigits, crc32, hasBech32Digits } from "../../../src/core/detect/checksum.ts";
import { detect } from "../../../src/core/detect/detect.ts";
import { hex, letters } from "../../../src/core/detect/samples.ts";

const tiersOf = (text: string) => detect(text).map(({ detector, tier }) => `${detector} ${tier}`);

test("the checksum is the one of zlib", () => {
  for (const text of ["", "a", letters(30)]) assert.equal(crc32(text), reference(text));
});

test("the digits of Bech32 are those of BIP 173", () => {
  for (const text of ["A12UEL5L", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw", "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w"]) assert.equal(hasBech32Digits(text), true, text);
  for (const text of ["A12UEL5Q", "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxq", "split", "1qpzry9x8", ""]) assert.equal(hasBech32Digits(text), false, text);
});

test("a key of age whose digits do not fit was made up", () => {
  assert.deepEqual(tiersOf(`AGE-SECRET-${"KEY"}-1${"Q".repeat(58)}`), ["age-secret-key possible"]);
});

test("check digits that fit make GitHub's and npm's tokens certain, others leave them likely", () => {
  const random = letters(30);
  for (const [prefix, id] of [["ghp_", "github-token"], ["npm_", "npm-token"]] as const) {
    assert.deepEqual(tiersOf(`${prefix}${random}${checkDigits(random)}`), [`${id} certain`]);
    assert.deepEqual(tiersOf(`${prefix}${random}AAAAAA`), [`${id} likely`]);
  }
});

test("a password that a machine made up is likely, one of a person possible", () => {
  assert.deepEqual(tiersOf(`password = "${letters(20)}"`), ["password-assignment likely"]);
  assert.deepEqual(tiersOf(`password = "${"summer"}2024"`), ["password-assignment possible"]);
});

test("a private key is certain when its form holds, likely when encrypted or cut off", () => {
  const pem = (type: string, body: string, end = true) => `-----BEGIN ${type}PRIVATE ${"KEY"}-----\n${body}\n${end ? `-----END ${type}PRIVATE ${"KEY"}-----` : ""}`;
  assert.deepEqual(tiersOf(pem("", `MIIE${letters(120)}`)), ["private-key certain"]);
  assert.deepEqual(tiersOf(pem("ENCRYPTED ", `MIIE${letters(120)}`)), ["private-key likely"]);
  assert.deepEqual(tiersOf(pem("RSA ", `Proc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00FF\n\n${letters(120)}`)), ["private-key likely"]);
  assert.deepEqual(tiersOf(pem("", `MIIE${letters(120)}`, false)), ["private-key likely"]);
});

test("a zero-width character inside of a word is certain, beside a sign it is possible", () => {
  assert.deepEqual(tiersOf("pass\u200Bword"), ["zero-width-text certain"]);
  assert.deepEqual(tiersOf("**\u200B/*.ts"), ["zero-width-text possible"]);
});

test("a password in an address is a secret whatever the address", () => {
  const random = letters(16);
  for (const host of ["localhost", "db", "db.corp.test:5432", "127.0.0.1", "example.com"]) assert.deepEqual(tiersOf(`postgres://app:${random}@${host}/x`), ["url-password likely"], host);
});

test("a sequence, one half twice and base64 of words are possible at most, whatever their form", () => {
  assert.deepEqual(tiersOf(`kubeadm join --token ${"abcdef"}.abcdef0123456789`), ["kubernetes-bootstrap-token possible"]);
  assert.deepEqual(tiersOf(`api_key = "${"1234567890abcdef".repeat(2)}"`), ["secret-assignment possible"]);
  assert.deepEqual(tiersOf(`client_secret = "${btoa("this is a secret that is secure")}"`), ["secret-assignment possible"]);
});

test("what is kept instead of a password is possible", () => {
  assert.deepEqual(tiersOf(`hashed_password = "${letters(24)}"`), ["password-assignment possible"]);
  assert.deepEqual(tiersOf(`password = "${hex(40)}"`), ["password-assignment possible"]);
});

test("random letters that read like words have their capitals where words do not", () => {
  for (const value of ["lgVpySoOd!tAUBmuNTH7", "hAYSlPADF!88dnLkisu7"]) assert.deepEqual(tiersOf(`"password": "${value}"`), ["password-assignment likely"], value);
  for (const value of ["ourHouseIsGreen!12", "HTTPServerHouse!7"]) assert.deepEqual(tiersOf(`"password": "${value}"`), ["password-assignment possible"], value);
});

test("basic authorization with a password that a person thought of is possible, with a random one likely", () => {
  assert.deepEqual(tiersOf(`Authorization: Basic ${btoa("joe:blue-horse-9")}`), ["basic-authorization possible"]);
  assert.deepEqual(tiersOf(`Authorization: Basic ${btoa(`joe:${letters(20)}`)}`), ["basic-authorization likely"]);
});
