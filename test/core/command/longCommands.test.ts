/** Commands as long as they may be: what is looked at for each word must not be all the others. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";

const length = 60_000;
const repeated = (text: string, before = "") => before + text.repeat(Math.floor(length / text.length));

for (const command of [
  repeated("w/a ", "sed "), repeated("npx "), repeated("env -C a "), repeated("env ", "env -C a "), repeated("sudo "), repeated("|grep a", "ls "), repeated("ls|"), repeated("-t a ", "cp "), `cp ${"-t a ".repeat(6_000)}${"x ".repeat(15_000)}`,
  repeated("a:", "docker run -v "), repeated("-aaaaaaaa/", "foo "), repeated("git checkout a;"), repeated("patch -p1 <x;"), repeated("find .|xargs rm;"), repeated("a/b\n", "xargs rm <<E\n"), repeated("\"a b/c d/e\" ", "python3 -c 'write "),
]) test(`it ends soon: ${command.slice(0, 24)}…`, () => {
  const start = performance.now();
  inspectCommand(command, { home: "/home/marlene", folder: "/shop" });
  // Each took minutes, or the stack, where it was looked at again for each word; a busy machine is allowed much.
  assert.ok(performance.now() - start < 5000);
});
