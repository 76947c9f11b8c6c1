import assert from "node:assert/strict";
import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parseOidcSettings, readOidcSettings } from "../../src/collector/oidc/oidcSettings.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const settings = { issuer: "https://login.example", clientId: "gatelodge", clientSecret: "a secret", publicUrl: "https://gatelodge.example", roles: { viewer: ["everybody"] } };

test("what is left out has its usual value", () => {
  assert.deepEqual(parseOidcSettings(settings), { ...settings, nameClaim: "email", groupsClaim: "groups", scope: "openid email profile" });
});

for (const [what, changes, message] of [
  ["an issuer without TLS elsewhere", { issuer: "http://login.example" }, /https addresses/],
  ["an address that only looks like this machine", { publicUrl: "http://127.0.0.1.example" }, /https addresses/],
  ["an address with a path", { publicUrl: "https://example.com/gatelodge" }, /no path/],
  ["a role that there is not", { roles: { god: ["everybody"] } }, /roles maps/],
  ["no role at all", { roles: {} }, /roles maps/],
  ["no secret", { clientSecret: "" }, /clientSecret is a text/],
  ["a name that is misspelt", { groupClaim: "x" }, /nobody knows groupClaim/],
] as const) test(`${what} is refused with a sentence`, () => {
  const parsed = parseOidcSettings({ ...settings, ...changes });
  assert.match(typeof parsed === "string" ? parsed : "it counts", message);
});

test("a file that others may read is not taken, nor one that is no JSON", { skip: process.platform === "win32" }, (context) => {
  const file = join(temporaryFolder(context), "oidc.json");
  writeFileSync(file, JSON.stringify(settings), { mode: 0o644 });
  assert.throws(() => readOidcSettings(file), /only its owner may read it/);
  chmodSync(file, 0o600);
  assert.equal(readOidcSettings(file).clientId, "gatelodge");
  writeFileSync(file, "{");
  assert.throws(() => readOidcSettings(file), /no JSON object/);
});
