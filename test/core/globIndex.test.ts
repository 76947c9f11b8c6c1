import assert from "node:assert/strict";
import { test } from "node:test";
import { Minimatch } from "minimatch";
import { createGlobIndex } from "../../src/core/globIndex.ts";

const names = [".env", "*.pem", "id_*", "secret*.json", "*.tar.gz", "?.key", "{a,b}.yml", "data", "*", "[ab]*.ts", "se*s.json", "*-account.json", "a+b.ts", "+(a|b).ts", "id\\_rsa", "B?.TS", "*.*", "."];
const scopes = ["", "**/", "/repo/", "**/config/", "**/{x,y}/", "/repo/**/", "**/a*/", "**/./config/", "/repo/x/../config/"];
const paths = ["/repo/.env", "/repo/config/.env", "/x/key.pem", "/repo/config/id_rsa", "/repo/y/secrets.json", "/repo/a.tar.gz", "/k.key", "/repo/deep/config/a.yml", "/repo/apple/b.yml", "/data", "/repo/x/data", "/repo/b.ts", "/REPO/.ENV", "/repo/config/my-account.json", "/repo/a+b.ts", "/repo/x/ab.ts", "/repo/apple/id_rsa", "/repo/Config/BC.ts", "/repo/config"];

test("the index finds what trying every glob finds", () => {
  const globs = scopes.flatMap((scope) => names.map((name) => `${scope}${name}`));
  const index = createGlobIndex(globs.map((glob, value) => ({ glob, root: undefined, value })));
  for (const path of paths) {
    const expected = globs.flatMap((glob, value) => (new Minimatch(glob.includes("/") ? glob : `**/${glob}`, { dot: true, nonegate: true, nocomment: true, nocase: true }).match(path) ? [value] : []));
    assert.deepEqual([...new Set(index.match(path, undefined, "ignoreCase"))].sort((a, b) => a - b), expected, path);
  }
});

test("a glob below a folder is found only there", () => {
  const index = createGlobIndex([{ glob: "src/**", root: "/repo/sub", value: 1 }, { glob: "*.md", root: "/repo/sub", value: 2 }]);
  assert.deepEqual(index.match("/repo/sub/src/a/b.ts", "/repo", "exact"), [1]);
  assert.deepEqual(index.match("/repo/sub/docs/x.md", "/repo", "exact"), [2]);
  assert.deepEqual(index.match("/repo/x.md", "/repo", "exact"), []);
});

test("hostile globs do not hang", () => {
  const index = createGlobIndex([{ glob: `${"a*".repeat(20)}b`, root: undefined, value: 0 }, { glob: `${"**/".repeat(12)}x`, root: undefined, value: 1 }]);
  const start = performance.now();
  index.match(`/${"a".repeat(60)}`, undefined, "exact");
  assert.ok(performance.now() - start < 200);
});

test("a glob and a path match whatever Unicode form each is in", () => {
  for (const [glob, path] of [["Gru\u0308n/*.ts", "/repo/Gr\u00fcn/a.ts"], ["Gr\u00fcn/*.ts", "/repo/Gru\u0308n/a.ts"]] as const) {
    assert.deepEqual(createGlobIndex([{ glob, root: "/repo", value: 1 }]).match(path, undefined, "exact"), [1]);
  }
});
