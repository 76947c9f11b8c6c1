/** Two installations of ours share one launcher. */
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { createLauncher } from "../../../src/node/agents/launcher.ts";
import { launcherTrouble } from "../../../src/node/agents/launcherText.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

function setUp(context: TestContext) {
  const root = temporaryFolder(context);
  const folder = join(root, "launcher");
  const install = (version: string) => {
    const dist = join(root, version, "dist");
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(root, version, "package.json"), JSON.stringify({ name: "gatelodge", version }));
    writeFileSync(join(dist, "hook.cjs"), `// ${version}\n`);
    return createLauncher({ folder, dist, platform: "linux", runtimes: () => [{ program: process.execPath, editor: false }] });
  };
  return { root, folder, install };
}

test("an older installation leaves the launcher of a newer one alone, and a newer one replaces it", (context) => {
  const { install } = setUp(context);
  const [older, newer, newest] = [install("0.9.0"), install("0.10.0"), install("0.10.1")];
  older.write();
  assert.ok(older.isCurrent());
  assert.ok(!newer.isCurrent());
  newer.write();
  assert.ok(older.isCurrent() && newer.isCurrent());
  assert.ok(!newest.isCurrent());
  newest.write();
  assert.ok(newest.isCurrent() && newer.isCurrent() && older.isCurrent());
});

test("what comes before a release is older than it", (context) => {
  const { install } = setUp(context);
  const [before, release] = [install("1.0.0-beta"), install("1.0.0")];
  release.write();
  assert.ok(before.isCurrent());
  before.write();
  assert.ok(!release.isCurrent());
});

test("once the newer one is gone, or its programs are not what it wrote, the older one writes its own", (context) => {
  const { root, folder, install } = setUp(context);
  const [older, newer] = [install("0.9.0"), install("0.10.0")];
  newer.write();
  const program = join(folder, /[0-9a-f]{12}/.exec(readFileSync(newer.file, "utf8"))?.[0] ?? "", "hook.cjs");
  const text = readFileSync(program);
  writeFileSync(program, "changed");
  assert.ok(!older.isCurrent());
  writeFileSync(program, text);
  assert.ok(older.isCurrent());
  chmodSync(newer.file, 0o644);
  assert.ok(!older.isCurrent());
  chmodSync(newer.file, 0o755);
  rmSync(join(root, "0.10.0"), { recursive: true });
  assert.ok(!older.isCurrent());
});

test("a launcher that cannot start anything says how a person mends it, in the editor and at a terminal", () => {
  assert.match(launcherTrouble, /Set Up Coding Agents/);
  assert.match(launcherTrouble, /gatelodge agents repair/);
});
