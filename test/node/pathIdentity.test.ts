import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { normaliseRemote } from "../../src/node/git.ts";
import { createPathIdentity } from "../../src/node/pathIdentity.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const identify = (path: string) => createPathIdentity(() => 0)(path);

test("a link is its target, and its own name counts too", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, ".env"), "");
  symlinkSync(join(folder, ".env"), join(folder, "notes.txt"));
  const identity = identify(join(folder, "notes.txt"));
  assert.equal(identity?.absolute, join(folder, ".env"));
  assert.deepEqual(identity?.aliases, [join(folder, "notes.txt")]);
});

test("a file that the query of a foreign URI names is judged too, also behind a link", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, ".env"), "");
  symlinkSync(join(folder, ".env"), join(folder, "notes.txt"));
  const query = encodeURIComponent(JSON.stringify({ path: join(folder, "notes.txt") }));
  assert.deepEqual(identify(`review:${folder}/a.ts?${query}`)?.aliases, [join(folder, "notes.txt"), join(folder, ".env")]);
});

test("a file behind a linked folder is in the real folder, also before it exists", (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "real"));
  symlinkSync(join(folder, "real"), join(folder, "link"));
  assert.equal(identify(join(folder, "link", "new", ".env"))?.absolute, join(folder, "real", "new", ".env"));
});

test(".. is resolved", (context) => {
  const folder = temporaryFolder(context);
  writeFileSync(join(folder, ".env"), "");
  assert.equal(identify(`${folder}/nowhere/../.env`)?.absolute, join(folder, ".env"));
});

test("the repository and all its remotes come from .git without running git", (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, ".git"));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, ".git", "config"), '[core]\n\tbare = false\n[remote "origin"]\n\turl = git@github.com:me/shop.git\n\tfetch = +refs\n[remote "upstream"]\n\turl = https://github.com/Acme/Shop\n');
  const identity = identify(join(folder, "src", "a.ts"));
  assert.equal(identity?.repository, folder);
  assert.deepEqual(identity?.remotes, ["github.com/me/shop", "github.com/acme/shop"]);
});

test("a worktree has the remote of its repository", (context) => {
  const folder = temporaryFolder(context);
  mkdirSync(join(folder, "main", ".git", "worktrees", "w"), { recursive: true });
  writeFileSync(join(folder, "main", ".git", "config"), '[remote "origin"]\nurl = https://u@host.example:8443/a/b\n');
  writeFileSync(join(folder, "main", ".git", "worktrees", "w", "commondir"), "../..\n");
  mkdirSync(join(folder, "w"));
  writeFileSync(join(folder, "w", ".git"), `gitdir: ${join(folder, "main", ".git", "worktrees", "w")}\n`);
  assert.deepEqual(identify(join(folder, "w", "a.ts"))?.remotes, ["host.example/a/b"]);
});

test("a prompt is no file", () => assert.equal(identify("chatSessionInput:input-0"), undefined));
test("a decomposed name is also judged composed", () => assert.ok(identify("/nowhere/cafe\u0301/.env")?.aliases.includes("/nowhere/caf\u00e9/.env")));

for (const [url, expected] of [["https://github.com/Acme/Shop.git", "github.com/acme/shop"], ["ssh://git@host:22/a/b.git", "host/a/b"], ["git@host:a/b", "host/a/b"]] as const) {
  test(`${url} is ${expected}`, () => assert.equal(normaliseRemote(url), expected));
}
