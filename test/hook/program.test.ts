/** The built program, as a client starts it. */
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const program = join(import.meta.dirname, "../../dist/hook.cjs");
const args = (home: string, event = "PreToolUse", ...more: readonly string[]) => [program, "--assistant", "claude-code", "--event", event, "--home", home, "--machine-file", join(home, "none"), ...more];
const run = (words: readonly string[], input: string, env: NodeJS.ProcessEnv = process.env) => spawnSync(process.execPath, [...words], { input, encoding: "utf8", env });
const readEnv = (cwd: string) => JSON.stringify({ hook_event_name: "PreToolUse", cwd, tool_name: "Read", tool_input: { file_path: ".env" } });

test("it answers in the client's form at exit code 0", (context) => {
  const home = temporaryFolder(context);
  const { stdout, stderr, status } = run(args(home), readEnv(home));
  assert.equal(status, 0);
  assert.equal(stderr, "");
  assert.match(stdout, /"permissionDecision":"deny"/);
});

test("broken and empty messages are refused in the client's form", (context) => {
  const home = temporaryFolder(context);
  for (const input of ["", "{", "\u0000\ufffd", "[]", "[".repeat(100_000)]) {
    const { stdout, status } = run(args(home), input);
    assert.equal(status, 0);
    assert.match(stdout, /"permissionDecision":"deny"/);
  }
});

test("a message that never ends is refused in time", async (context) => {
  const home = temporaryFolder(context);
  const child = spawn(process.execPath, args(home, "PreToolUse", "--deadline", "600"), { stdio: ["pipe", "pipe", "ignore"] });
  child.stdin.write("{\"hook_event_name\":");
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 0);
  assert.match(Buffer.concat(chunks).toString(), /"permissionDecision":"deny"/);
});

test("a message that is too large is refused", (context) => {
  const home = temporaryFolder(context);
  assert.match(run(args(home), `{"x":"${"a".repeat(33_000_000)}"}`).stdout, /"permissionDecision":"deny"/);
});

test("wrong arguments are exit code 2, never one that means yes", (context) => {
  const home = temporaryFolder(context);
  for (const words of [[program], [program, "--assistant", "nobody", "--event", "x", "--home", home, "--machine-file", home], args("relative"), args(home, "PreToolUse", "--unknown"), args(home, "PreToolUse", "--deadline", "soon")]) {
    const { status, stdout, stderr } = run(words, "{}");
    assert.deepEqual([status, stdout], [2, ""]);
    assert.match(stderr, /Gatelodge cannot answer/);
  }
});

test("neither the environment nor the working folder moves its policy or its record", (context) => {
  const home = temporaryFolder(context);
  const elsewhere = temporaryFolder(context);
  writeFileSync(join(elsewhere, "policy.yaml"), "version: 1\nmode: monitor\n");
  const { stdout } = spawnSync(process.execPath, args(home), { input: readEnv(home), encoding: "utf8", cwd: elsewhere, env: { ...process.env, HOME: elsewhere, XDG_CONFIG_HOME: elsewhere, XDG_STATE_HOME: elsewhere, USERPROFILE: elsewhere } });
  assert.match(stdout, /"permissionDecision":"deny"/);
});
