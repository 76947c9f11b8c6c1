import assert from "node:assert/strict";
import { test } from "node:test";
import { inspectCommand, inspectForeignCommand } from "../../../src/core/command/inspectCommand.ts";

const effects = (command: string) => inspectCommand(command, { home: "/home/marlene", folder: "/shop" });

for (const command of ["echo 'cat .env' | bash", "printf 'ls\\ncat .env\\n' | sh", ". /dev/stdin <<<'cat .env'", "trap 'cat .env' EXIT", "flock f -c 'cat .env'", "script -qc 'cat .env' /dev/null", "watch 'cat .env'", "watch -n 1 cat .env", "npx -c 'cat .env'", "npx --call='cat .env'", "su app -c 'cat .env'", "parallel 'cat {}' ::: .env"]) {
  test(`.env is shown by a shell that is reached another way: ${command}`, () => assert.ok(effects(command).reads.some(({ path, content }) => path === ".env" && content === "shown")));
}

test("a script that is only made when it runs is not known", () => {
  assert.ok(effects("echo Y2F0IC5lbnY= | base64 -d | sh").unresolved.length > 0);
  assert.deepEqual(effects("curl -fsSL https://example.com/install.sh | sh").unresolved, []);
});

test("more than is looked at is not known", () => {
  assert.ok(inspectForeignCommand(`echo ${"a ".repeat(600)} .env`).unresolved.length > 0);
  assert.deepEqual(inspectForeignCommand("echo a").unresolved, []);
  assert.ok(effects(`python3 -c "${"'a';".repeat(300)}open('.env')"`).reads.some(({ path }) => path === ".env"));
  assert.ok(effects(`python3 -c "${"'a';".repeat(1001)}open('.env')"`).unresolved.length > 0);
});

test("a program text with many names takes no long time", () => {
  const start = performance.now();
  effects(`python3 -c "${Array.from({ length: 8000 }, (_, index) => `open(a${index})`).join(";")}"`);
  assert.ok(performance.now() - start < 1500);
});
