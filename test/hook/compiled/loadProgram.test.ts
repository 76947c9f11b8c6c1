/** The hook's built parts, loaded with and without what a runtime kept of them. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Script } from "node:vm";
import { codeFileOf, loadProgram } from "../../../src/hook/compiled/loadProgram.ts";
import { hookPlace } from "../../support/residents.ts";

const compiler = join(import.meta.dirname, "../../../dist/compileHook.cjs");

function setUp(context: TestContext) {
  const place = hookPlace(context);
  const folder = dirname(place.program);
  execFileSync(process.execPath, [compiler, folder], { env: {} });
  const part = join(folder, "answerHere.cjs");
  /** What was kept is handed to the runtime, and the runtime takes it. */
  const isTaken = () => {
    const scripts = new Map<string, Script>();
    loadProgram(part, (file, _, script) => scripts.set(file, script));
    return scripts.get(part)?.cachedDataRejected === false;
  };
  const answer = () => spawnSync(process.execPath, [place.program, ...place.words], { input: JSON.stringify({ hook_event_name: "PreToolUse", cwd: place.shop, tool_name: "Read", tool_input: { file_path: ".env" } }), encoding: "utf8", env: {} }).stdout;
  return { part, code: codeFileOf(part), isTaken, answer };
}

test("what was compiled at the installation is used, and the answer is the same", (context) => {
  const { isTaken, answer } = setUp(context);
  assert.ok(isTaken());
  assert.match(answer(), /"permissionDecision":"deny"/);
});

test("of what is broken in one place the program is compiled anew", (context) => {
  const { code, isTaken, answer } = setUp(context);
  const bytes = readFileSync(code);
  bytes.writeUInt8(bytes.readUInt8(bytes.length >> 1) ^ 0x55, bytes.length >> 1);
  writeFileSync(code, bytes);
  assert.ok(!isTaken());
  assert.match(answer(), /"permissionDecision":"deny"/);
});

test("what others could have written is not looked at", { skip: process.platform === "win32" }, (context) => {
  const { code, isTaken } = setUp(context);
  chmodSync(code, 0o666);
  assert.ok(!isTaken());
});

test("another text than it was made from is compiled anew", (context) => {
  const { part, isTaken } = setUp(context);
  appendFileSync(part, "\n");
  assert.ok(!isTaken());
});
