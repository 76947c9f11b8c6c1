import assert from "node:assert/strict";
import { test } from "node:test";
import { totpAt } from "../../src/collector/accounts/totp.ts";
import { openCollector, password } from "./openCollector.ts";

test("codes are those of RFC 6238", () => {
  // Appendix B: the secret is "12345678901234567890"; the last six of its eight digits.
  const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  for (const [seconds, code] of [[59, "287082"], [1_111_111_109, "081804"], [1_234_567_890, "005924"], [20_000_000_000, "353130"]] as const) assert.equal(totpAt(secret, Math.floor(seconds / 30)), code);
});

test("the first account is set up with the token of the first start, and signs in with password and code", async (context) => {
  const { ask, owner } = await openCollector(context);
  assert.deepEqual((await ask("GET", "/api/session")).body, { setup: true, elsewhere: false });
  assert.equal((await ask("POST", "/api/setup", { token: "x".repeat(43), name: "eve", password })).status, 403);
  const by = await owner();
  assert.deepEqual((await by("GET", "/api/session")).body, { name: "ada", roles: ["owner"] });
  assert.deepEqual((await ask("GET", "/api/session")).body, { setup: false, elsewhere: false });
  await by("DELETE", "/api/session");
  assert.equal((await by("GET", "/api/session")).status, 401);
});

test("a code counts once", async (context) => {
  const { ask, owner, codeOf } = await openCollector(context);
  await owner();
  const code = codeOf("ada");
  assert.equal((await ask("POST", "/api/session", { name: "ada", password, code })).status, 200);
  assert.equal((await ask("POST", "/api/session", { name: "ada", password, code })).status, 401);
});

test("after five wrong tries the right ones are refused for a while, and a name that does not exist says the same", async (context) => {
  const { ask, owner, codeOf, clock } = await openCollector(context);
  await owner();
  const wrong = () => ask("POST", "/api/session", { name: "ada", password: "wrong horse battery", code: "000000" });
  for (const _ of [1, 2, 3, 4, 5]) assert.equal((await wrong()).status, 401);
  const before = clock.time;
  const code = codeOf("ada");
  clock.time = before + 1000;
  const locked = await ask("POST", "/api/session", { name: "ada", password, code });
  assert.deepEqual([locked.status, locked.body], [401, (await ask("POST", "/api/session", { name: "nobody", password, code: "000000" })).body]);
  clock.time = before + 40_000;
  assert.equal((await ask("POST", "/api/session", { name: "ada", password, code })).status, 200);
});

test("a session ends after an hour without use, and after half a day with it", async (context) => {
  const { owner, clock } = await openCollector(context);
  const by = await owner();
  for (let passed = 0; passed < 11 * 60; passed += 50) {
    clock.time += 50 * 60_000;
    assert.equal((await by("GET", "/api/session")).status, 200);
  }
  clock.time += 59 * 60_000;
  assert.equal((await by("GET", "/api/session")).status, 401);
});

test("the cookie is for this site, and no script reads it", async (context) => {
  const { ask, owner, codeOf } = await openCollector(context);
  await owner();
  const cookie = String((await ask("POST", "/api/session", { name: "ada", password, code: codeOf("ada") })).headers["set-cookie"]);
  for (const part of ["HttpOnly", "SameSite=Strict", "Path=/"]) assert.ok(cookie.includes(part), part);
});

test("the last owner stays, and who is removed is out at once", async (context) => {
  const { owner, person } = await openCollector(context);
  const by = await owner();
  const other = await person(by, "bob", "viewer");
  assert.equal((await by("DELETE", "/api/accounts/ada")).status, 409);
  assert.equal((await by("DELETE", "/api/accounts/bob")).status, 200);
  assert.equal((await other("GET", "/api/session")).status, 401);
});

test("what is too short, named oddly or without a role is refused with a sentence", async (context) => {
  const { owner } = await openCollector(context);
  const by = await owner();
  for (const [body, message] of [
    [{ name: "bob", password: "short", roles: ["viewer"] }, "a password has at least 12 characters"],
    [{ name: "<b>", password, roles: ["viewer"] }, "a name has letters, digits and . _ @ -"],
    [{ name: "bob", password, roles: ["god"] }, "roles are viewer, operator, editor, approver, owner"],
  ] as const) assert.deepEqual((await by("POST", "/api/accounts", body)).body["message"], message);
});

test("signing in is limited by address", async (context) => {
  const { ask, owner } = await openCollector(context);
  await owner();
  const statuses = [];
  for (let index = 0; index < 22; index += 1) statuses.push((await ask("POST", "/api/session", { name: "x".repeat(90), password: "" }, { authorization: `Bearer ${String(index).repeat(20)}` })).status);
  assert.equal(statuses.at(-1), 429);
});
