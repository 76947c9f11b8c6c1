/** Everyday commands that would replace what guards the agent, and those beside them that do no such thing. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { answerCall } from "../../src/hook/answerCall.ts";
import { createLastingParts, type HookParts } from "../../src/hook/hookParts.ts";
import type { Decision } from "../../src/core/request.ts";
import { git, writeFiles } from "../support/repository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { toZip } from "../support/zip.ts";

const commandsIn = (name: string) => readFileSync(join(import.meta.dirname, "..", "fixtures", "commands", name), "utf8")
  .split("\n").filter((line) => line !== "" && !line.startsWith("#")).map((line) => line.replaceAll("\\n", "\n"));

function setUp(context: TestContext) {
  const home = temporaryFolder(context);
  const shop = join(home, "shop");
  const off = "{\"disableAllHooks\":true}\n";
  const files: Readonly<Record<string, string>> = {
    ".claude/settings.json": "{\"hooks\":{}}\n", ".codex/config.toml": "", "shop/.claude/settings.json": "{\"hooks\":{}}\n", "shop/.claude/commands/a.md": "a\n", "shop/.github/workflows/ci.yml": "on: push\n",
    "shop/src/app.ts": "export {};\n", "shop/src/old.ts": "export {};\n", "shop/README.md": "# Shop\n", "shop/docs/a.md": "a\n", "shop/dist/shop.js": "1;\n", "shop/package.json": "{}\n", "shop/data.csv": "1\n", "shop/scripts/run.sh": "npm start\n",
    "shop/x/settings.json": off, "shop/tree/.claude/settings.json": off,
    "shop/src/only.patch": `--- /dev/null\n+++ b/.claude/settings.json\n@@ -0,0 +1 @@\n+${off}`, "shop/x.patch": `--- /dev/null\n+++ b/.claude/settings.json\n@@ -0,0 +1 @@\n+${off}`, "shop/good.patch": "--- a/src/app.ts\n+++ b/src/app.ts\n@@ -1 +1 @@\n-export {};\n+export const a = 1;\n",
  };
  writeFiles(home, files);
  git(shop, "init", "-q");
  for (const words of [["cf", "x.tar", "-C", "tree", "."], ["czf", "x.tgz", "-C", "tree", "."], ["czf", "release.tgz", "src", "README.md"]]) execFileSync("tar", words, { cwd: shop });
  writeFileSync(join(shop, "x.zip"), toZip({ ".claude/settings.json": off }));
  writeFileSync(join(shop, "release.zip"), toZip({ "src/app.ts": "export {};\n" }));
  const lasting = createLastingParts({ home, machineFile: join(home, "none", "managed.json"), program: join(home, "programs"), platform: "linux" });
  const decided = (command: string): Decision | undefined => {
    const parts = lasting.forCall();
    const decisions: Decision[] = [];
    const gate: HookParts["gate"] = { ...parts.gate, decide: (request) => {
      const decision = parts.gate.decide(request);
      decisions.push(decision);
      return decision;
    } };
    answerCall({ assistant: "claude-code", event: "PreToolUse" }, { text: JSON.stringify({ hook_event_name: "PreToolUse", cwd: shop, tool_name: "Bash", tool_input: { command } }) }, { ...parts, gate }, 20_000);
    return decisions[0];
  };
  return { decided };
}

const isRefused = (decision: Decision | undefined) => decision?.enforced === "block" && decision.reasons.some(({ rule }) => rule === "self-protection");

test("no everyday command puts something in the place of what guards the agent", (context) => {
  const { decided } = setUp(context);
  const commands = commandsIn("takingTheGuard.txt");
  const passed = commands.filter((command) => !isRefused(decided(command)));
  context.diagnostic(`${commands.length - passed.length} of ${commands.length} refused`);
  assert.ok(commands.length >= 120);
  assert.deepEqual(passed, []);
});

test("what writes, copies, unpacks and patches every day is let through beside an assistant's hooks", (context) => {
  const { decided } = setUp(context);
  const commands = commandsIn("writing.txt");
  const decisions = commands.map((command) => [command, decided(command)] as const);
  const refused = decisions.filter(([, decision]) => decision !== undefined && !/^(?:allow|warn|none)$/.test(decision.enforced)).map(([command, decision]) => `${command} (${decision?.rule})`);
  context.diagnostic(`${commands.length - refused.length} of ${commands.length} let through, ${decisions.filter(([, decision]) => decision?.rule === "otherwise").length} of them counted, since only running them could tell where they write`);
  assert.ok(commands.length >= 120);
  assert.deepEqual(refused, []);
});

test("where only running a command could tell what it replaces, the policy's otherwise says, and it is counted", (context) => {
  const { decided } = setUp(context);
  for (const command of ["curl -sL http://example.com/a.tgz | tar xz", "git diff | git apply -R", "echo x > $OUT", "rm -rf $OLD", "find src -name a.txt -exec rm {} ';' ; rm -rf $OLD"]) assert.deepEqual([decided(command)?.rule, decided(command)?.enforced], ["otherwise", "warn"], command);
});
