/** What the runtime compiled of the hook is kept where the installation made a folder for it, and nowhere else. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import { compiledFolder } from "../../src/node/agents/compiledFolder.ts";
import { hookPlace } from "../support/residents.ts";

function setUp(context: TestContext) {
  const place = hookPlace(context);
  const payload = JSON.stringify({ hook_event_name: "PreToolUse", cwd: place.shop, tool_name: "Read", tool_input: { file_path: ".env" } });
  const isDenied = () => /"permissionDecision":"deny"/.test(spawnSync(process.execPath, [place.program, ...place.words], { input: payload, encoding: "utf8", env: {} }).stdout);
  return { folder: join(dirname(place.program), compiledFolder), isDenied };
}

test("in a folder of the user's alone it is kept, and the next call answers the same", (context) => {
  const { folder, isDenied } = setUp(context);
  mkdirSync(folder, { mode: 0o700 });
  assert.ok(isDenied());
  assert.equal(readdirSync(folder).length, 1);
  assert.ok(isDenied());
});

test("where there is no such folder none is made", (context) => {
  const { folder, isDenied } = setUp(context);
  assert.ok(isDenied());
  assert.ok(!readdirSync(dirname(folder)).includes(compiledFolder));
});

test("a folder that is open to others, or a link, is not used", { skip: process.platform === "win32" }, (context) => {
  const { folder, isDenied } = setUp(context);
  mkdirSync(folder, { mode: 0o755 });
  assert.ok(isDenied());
  assert.deepEqual(readdirSync(folder), []);
  const [other, target] = [setUp(context), join(folder, "elsewhere")];
  mkdirSync(target, { mode: 0o700 });
  symlinkSync(target, other.folder);
  assert.ok(other.isDenied());
  assert.deepEqual(readdirSync(target), []);
});
