/** What `git diff` shows in a command whose output Claude Code asks nobody about. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { answerCall } from "../../src/hook/answerCall.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { git, writeFiles } from "../support/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const secret = `export const token = "gh${"p_"}A7bC9dE1fG3hJ5kL7mN9pQ1rS3tU5vW7xY9z";\n`;

function createShop(context: TestContext) {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  writeFiles(shop, { "pay.ts": "export {};\n", "kept.ts": secret });
  git(shop, "init", "--quiet");
  git(shop, "add", "--all");
  const lasting = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
  const isRefused = (command: string) => /"deny"/.test(answerCall({ assistant: "claude-code", event: "PreToolUse" }, { text: JSON.stringify({ hook_event_name: "PreToolUse", cwd: shop, tool_name: "Bash", tool_input: { command } }) }, lasting.forCall(), 4000)?.stdout ?? "");
  return { write: (text: string) => writeFileSync(join(shop, "pay.ts"), text), isRefused };
}

test("a secret in a file that was changed is not shown by a command that may fail", (context) => {
  const { write, isRefused } = createShop(context);
  write(secret);
  assert.ok(isRefused("git diff; false"));
  assert.ok(isRefused("git diff && npm test"));
  // All of it is looked at once more, and masked.
  assert.ok(!isRefused("git diff"));
});

test("a secret in a file that is as git keeps it is in no diff", (context) => {
  const { write, isRefused } = createShop(context);
  assert.ok(!isRefused("git diff && npm test"));
  write("export const port = 8080;\n");
  assert.ok(!isRefused("git diff && npm test"));
});
