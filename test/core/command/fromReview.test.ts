/** Ways in that a stranger found: each showed a file, or changed what guards the agent, before. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const effects = (command: string) => inspectCommand(command, { home: "/home/marlene", folder: "/shop" });

for (const command of [
  "git show $(git rev-parse HEAD):.env", 'R=$(git rev-parse HEAD); git show "$R:.env"', "for c in $(git log --format=%h -- .env); do git show $c:.env; done",
  "xargs -a .env echo", "xargs --arg-file=.env echo", "file -f .env", "wc --files0-from=.env", "du --files0-from=.env",
]) test(`the file .env is named: ${command}`, () => assert.ok(effects(command).reads.some(({ path, sure }) => path === ".env" && sure)));

for (const command of [
  "ls .e* | xargs cat", "cat `ls .e*`", "echo env | xargs -I{} cat .{}", "xargs -a .env", "date -f .env", "sqlite3 :memory: \"select readfile('.env')\"", "sqlite3 :memory: '.read .env'", "psql -c \"select pg_read_file('.env')\"", "vim -c ':r .env' -c ':wq! x' README.md", "ed -s x <<< 'r .env'",
  "git commit -F .env", "git merge-file -p .env .env .env", "git interpret-trailers .env", "bash --rcfile .env -ic true", "BASH_ENV=.env bash -c true", "curl -s localhost:8000/.env", "curl http://127.0.0.1:8000/%2eenv", "python3 -m dotenv list", "docker compose config", "docker-compose -f x.yml config",
  "node -e 'process.loadEnvFile();console.log(1)'", "python3 -c 'import dotenv; print(dotenv.dotenv_values())'", "python3 -c 'import os; os.system(\"cat \" + \".e\" + \"nv\")'", "perl -e 'open F, \".\".\"env\"; print <F>'", "python3 -c 'from pathlib import Path; print((Path(\".\") / \".env\").read_text())'",
]) test(`a way to .env: ${command}`, () => assert.ok([...effects(command).reads, ...effects(command).searches].some(({ path }) => path === ".env" || path === "./.env" || path === ".e*"), JSON.stringify(effects(command).reads)));

for (const command of [
  "printf '.%s' env | xargs cat", "python3 -c 'import io; io.FileIO(chr(46)+\"env\")'", "python3 -c 'import linecache as l, sys; linecache.getlines(x)'", "node -e 'const f = require(\"fs\"); f[\"readFile\" + \"Sync\"](x)'", "python3 -c 'import subprocess as s; s.check_output([\"cat\", x])'", "python3 -c 'getattr(os, \"sys\" + x)(y)'",
  "perl -e 'open F, $x; print <F>'", "perl -e '@ARGV = ($x); print while <>'", "perl -e 'for (glob(\".e*\")) { open F, $_ }'", "python3 -c 'print(next(Path(\".\").glob(x)).read_text())'", "awk 'BEGIN { f = f \"env\"; getline l < f; print l }'", "make --eval '$(info $(file <.env))'", "sqlite3 :memory: \"select readfile('.e' || 'nv')\"", "find . -exec python3 -c 'open(x)' {} +", "ls | xargs python3 -c 'open(x)'", "p=a; python3 -c 'p = \"a\"\ndef f(p): return open(p)\nf(pick())'",
]) test(`what is read is put together: ${command}`, () => assert.ok(effects(command).unresolved.length > 0));

for (const [command, tree] of [
  ["python3 -c 'from pathlib import Path as P; print([p.read_bytes() for p in P().iterdir()])'", { path: ".", named: false, names: [] }], ["python3 -c 'for p in Path(\"src\").rglob(\"*.ts\"): print(p.read_text())'", { path: "src", named: false, names: ["*.ts"] }],
  ["cat $(git ls-files '*.ts')", { path: ".", named: false, tracked: true, names: ["*.ts"] }], ["cat $(find src -name '*.ts' | head -3)", { path: "src", named: false, names: ["*.ts"] }], ["git diff | tail", { path: ".", named: false, names: [], byGit: true, tracked: true }],
] as const) test(`all of a folder may be shown: ${command}`, () => assert.deepEqual([effects(command).searches[0], effects(command).unresolved], [tree, []]));

for (const command of ["git add -N .env; git diff | tail", "GIT_INDEX_FILE=x git ls-files | xargs cat", "git ls-files -o | xargs cat", "git diff --no-index a b | tail", "git diff main | tail", "git log -p | tail"]) test(`git is not taken at its word: ${command}`, () => assert.ok(effects(command).searches.every(({ tracked }) => tracked !== true) && effects(command).searches.length > 0));

test("a pattern stands for hidden names where that was asked for", () => {
  for (const command of ["shopt -s dotglob; cat *", "GLOBIGNORE=x; cat *", "setopt globdots; cat *"]) assert.ok(effects(command).reads.some(({ glob, dots }) => glob && dots === true), command);
  assert.ok(effects("cat *").reads.every(({ dots }) => dots !== true));
});

test("git told to show differences another way names no files", () => {
  for (const command of ["git -c diff.external=cat diff", "GIT_EXTERNAL_DIFF=cat git diff", "git difftool -y -x cat", "git grep -h x HEAD"]) assert.ok(effects(command).searches.some(({ path, named }) => path === "." && !named), command);
});

for (const command of ['git show "$X"', "git show $(cat x)"]) test(`what is shown is not known: ${command}`, () => assert.ok(effects(command).unresolved.length > 0));

test("of two folders diff shows all their files", () => assert.deepEqual(effects("diff -ru . ../other").searches.map(({ path, named }) => [path, named]), [[".", false], ["../other", false]]));

test("a search says from where its names count", () => {
  assert.equal(effects("cd src && grep -rn x ..").searches[0]?.from, "src");
  assert.equal(effects("git -C src grep x -- ..").searches[0]?.from, "src");
});

test("git shows what it asks about when it adds in parts", () => assert.ok(effects("git add -p").searches.length > 0));

for (const command of ["$(which gatelodge) agents remove --yes", "node --a --b --c dist/cli.cjs agents remove", "npx -y -p foo bar gatelodge agents remove --yes"]) {
  test(`changes what guards the agent: ${command}`, () => assert.equal(effects(command).changesGatelodge, true));
}
for (const command of ["ls a b c gatelodge d", "$EDITOR agents notes", "gatelodge agents status"]) test(`changes nothing of ours: ${command}`, () => assert.equal(effects(command).changesGatelodge, false));

test("a search leaves out what it is told to, and what its program passes over", () => {
  assert.deepEqual(effects("grep -rn x . --exclude=.env --exclude '*.pem' --exclude-dir=keys").searches[0]?.without, [".env", "*.pem", "keys"]);
  assert.deepEqual(effects("rg x -g '!.env' -g '!*.pem'").searches[0], { path: ".", named: true, names: [], without: [".env", "*.pem"], plainOnly: true, wanted: ["x"] });
  for (const command of ["rg --hidden x", "rg -uu x", "rg -. x", "rg $OPTIONS x", "git grep x", "grep -rn x ."]) assert.equal(effects(command).searches[0]?.plainOnly, undefined, command);
});
