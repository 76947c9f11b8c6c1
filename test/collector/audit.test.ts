import assert from "node:assert/strict";
import { test } from "node:test";
import { openCollector } from "./openCollector.ts";

interface Entry { readonly seq: number; readonly who: string; readonly what: string }

test("who did what stands in the book, and no name that somebody typed in vain", async (context) => {
  const { ask, owner } = await openCollector(context);
  const by = await owner();
  await ask("POST", "/api/session", { name: "my-password", password: "x", code: "1" });
  const { body, text } = await by("GET", "/api/audit");
  assert.equal(body["whole"], true);
  assert.deepEqual((body["entries"] as Entry[]).map(({ who, what }) => `${who} ${what}`), ["somebody session.refused", "ada session.begin", "setup account.create"]);
  assert.ok(!text.includes("my-password"));
});

test("an entry that is changed or taken out shows", async (context) => {
  const { database, owner, person } = await openCollector(context);
  const by = await owner();
  await person(by, "bob", "viewer");
  const isWhole = async () => (await by("GET", "/api/audit")).body["whole"];
  assert.equal(await isWhole(), true);
  database.exec("UPDATE audit SET detail = 'nobody' WHERE seq = 3");
  assert.equal(await isWhole(), false);
  database.exec("DELETE FROM audit WHERE seq = 3");
  assert.equal(await isWhole(), false);
});
