/** What agents type into programs that run already. */
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { answerCall } from "../../src/hook/answerCall.ts";
import { createLastingParts } from "../../src/hook/hookParts.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const asks = {
  codex: ["PreToolUse", (cwd: string, text: string) => ({ hook_event_name: "PreToolUse", cwd, tool_name: "write_stdin", tool_input: { session_id: 1, chars: text } })],
  "github-copilot": ["preToolUse", (cwd: string, text: string) => ({ cwd, toolName: "write_bash", toolArgs: { sessionId: "1", input: text } })],
} as const;

function setUp(context: TestContext, assistant: keyof typeof asks) {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  mkdirSync(shop);
  writeFileSync(join(shop, ".env"), "KEY=heron\n");
  const parts = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
  const [event, toPayload] = asks[assistant];
  return (text: string) => (answerCall({ assistant, event }, { text: JSON.stringify(toPayload(shop, text)) }, parts.forCall(), 20_000)?.stdout ?? "deny").includes("deny");
}

for (const assistant of ["codex", "github-copilot"] as const) {
  test(`${assistant}: what is typed is looked at as a command and as a program's text`, (context) => {
    const isRefused = setUp(context, assistant);
    for (const text of ["cat .env\n", "print(open('.env').read())\n", "require('fs').readFileSync('.env', 'utf8')\n", "open('.claude/settings.json', 'w').write('{}')\n", "import subprocess; subprocess.run(['gatelodge', 'agents', 'remove', '--yes'])\n", "rm -rf ~/.claude\n"]) assert.ok(isRefused(text), text);
    for (const text of ["", "y\n", "\u0003", "print(1 + 1)\n", "print(open('README.md').read())\n", "npm test\n", "SELECT name FROM shops LIMIT 3;\n", "open('out.txt', 'w').write('x')\n", "quit()\n", ":wq\n"]) assert.ok(!isRefused(text), text);
  });
}
