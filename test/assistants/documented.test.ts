/** Dialects that follow a client's documentation. What holds here is our reading of it; no client was run. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { kiroDialect } from "../../src/assistants/amazonQ.ts";
import { augmentDialect } from "../../src/assistants/augment.ts";
import { cursorDialect } from "../../src/assistants/cursor.ts";
import type { Dialect } from "../../src/assistants/dialect.ts";
import { droidDialect } from "../../src/assistants/droid.ts";
import { knownAssistants } from "../../src/assistants/known.ts";
import { vscodeLocalDialect } from "../../src/assistants/vscodeLocal.ts";
import { windsurfDialect } from "../../src/assistants/windsurf.ts";
import { readFixture } from "../support/hookFixtures.ts";

const payloadOf = (client: string, name: string) => (readFixture("documented", client) as Readonly<Record<string, unknown>>)[name];
const reader = (dialect: Dialect, client: string) => (event: string, name = event) => dialect.read(event, payloadOf(client, name));
const block = { effect: "block", reason: "because" } as const;
const json = (dialect: Dialect, event: string, verdict: Parameters<Dialect["write"]>[1]) => JSON.parse(dialect.write(event, verdict).stdout) as unknown;

test("only what was proven with the client itself is not marked as documented", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/proof-agents.md"), "utf8");
  for (const { id, dialect } of knownAssistants) if (dialect !== undefined) assert.equal(page.includes(`\n## ${id} `), dialect.documented !== true, id);
});

test("each documented event is read, and no other message is taken for one", () => {
  const clients: readonly (readonly [Dialect, string])[] = [[cursorDialect, "cursor"], [windsurfDialect, "windsurf"], [kiroDialect, "kiro"], [augmentDialect, "augment"], [droidDialect, "droid"], [vscodeLocalDialect, "vscode-local"]];
  for (const [dialect, client] of clients) {
    for (const event of dialect.events) {
      assert.notEqual(dialect.read(event, payloadOf(client, event))?.moment ?? "other", "other", `${client} ${event}`);
      for (const payload of [null, 1, [], "x", {}]) assert.equal(dialect.read(event, payload), undefined, `${client} ${event}`);
    }
    assert.equal(dialect.write(dialect.events[0] ?? "", { effect: "allow", reason: "" }).exitCode, 0);
  }
});

test("Cursor: what its events name is used, and what they bring is judged", () => {
  const read = reader(cursorDialect, "cursor");
  assert.deepEqual(read("beforeSubmitPrompt")?.uses, [{ kind: "read", path: "/shop/.env" }]);
  assert.deepEqual([read("beforeReadFile")?.subject, read("beforeReadFile")?.uses], ["export {};", [{ kind: "read", path: "/shop/src/pay.ts" }]]);
  assert.equal(read("beforeTabFileRead")?.channel, "completion");
  assert.deepEqual([read("beforeShellExecution")?.folder, read("beforeShellExecution")?.uses], ["/shop", [{ kind: "run", command: "cat .env" }]]);
  assert.deepEqual(read("beforeMCPExecution")?.uses, [{ kind: "maybe", path: "/shop/.env" }]);
  assert.deepEqual(read("preToolUse")?.uses, [{ kind: "write", path: "/shop/a.ts" }]);
  assert.deepEqual(read("postToolUse")?.subject, { content: [{ type: "text", text: "v" }] });
});

test("Cursor: an answer is never empty, and a refusal is one by its exit code as well", () => {
  assert.deepEqual(json(cursorDialect, "beforeReadFile", { effect: "allow", reason: "" }), { permission: "allow" });
  assert.deepEqual(json(cursorDialect, "beforeReadFile", block), { permission: "deny", user_message: "because", agent_message: "because" });
  assert.equal(cursorDialect.write("beforeReadFile", block).exitCode, 2);
  assert.deepEqual(json(cursorDialect, "beforeSubmitPrompt", block), { continue: false, user_message: "because" });
  assert.deepEqual(json(cursorDialect, "beforeShellExecution", { effect: "ask", reason: "because" }), { permission: "ask", user_message: "because", agent_message: "because" });
  assert.deepEqual(json(cursorDialect, "postToolUse", { effect: "redact", reason: "because", subject: { content: [] } }), { updated_mcp_tool_output: { content: [] } });
});

test("Windsurf: a folder that is read is searched", () => {
  const read = reader(windsurfDialect, "windsurf");
  assert.deepEqual(read("pre_read_code")?.uses, [{ kind: "search", path: "/shop/src" }]);
  assert.deepEqual(read("pre_run_command")?.uses, [{ kind: "run", command: "cd '/shop' && cat .env" }]);
  assert.deepEqual(read("pre_mcp_tool_use")?.uses, [{ kind: "maybe", path: "/shop/.env" }]);
  assert.deepEqual(windsurfDialect.write("pre_read_code", block), { stdout: "", stderr: "because\n", exitCode: 2 });
});

test("Kiro, Augment: tools say what they use, and exit code 2 refuses", () => {
  assert.ok(reader(kiroDialect, "kiro")("PreToolUse")?.uses.some((use) => use.kind === "maybe" && use.path === "/shop/.env"));
  assert.deepEqual(reader(kiroDialect, "kiro")("PreToolUse", "shell")?.uses, [{ kind: "run", command: "cat .env" }]);
  const read = reader(augmentDialect, "augment");
  assert.deepEqual([read("PreToolUse")?.folder, read("PreToolUse")?.uses], ["/shop", [{ kind: "read", path: ".env" }]]);
  assert.deepEqual(read("PreToolUse", "shell")?.uses, [{ kind: "run", command: "cd '/shop/sub' && cat .env" }]);
  assert.deepEqual(read("PreToolUse", "remove")?.uses, [{ kind: "remove", path: "a.ts" }, { kind: "remove", path: "b.ts" }]);
  for (const dialect of [kiroDialect, augmentDialect]) assert.equal(dialect.write("PreToolUse", block).exitCode, 2);
});

test("Droid, VS Code's own agent: the form that Claude Code began with", () => {
  assert.deepEqual(reader(droidDialect, "droid")("PreToolUse")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(reader(droidDialect, "droid")("PreToolUse", "search")?.uses, [{ kind: "maybe", path: ".env" }]);
  const read = reader(vscodeLocalDialect, "vscode-local");
  assert.deepEqual(read("PreToolUse")?.uses, [{ kind: "read", path: "/shop/.env" }]);
  assert.deepEqual(read("PreToolUse", "asDocumented")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(json(vscodeLocalDialect, "UserPromptSubmit", block), { continue: false, stopReason: "because" });
  assert.deepEqual(json(vscodeLocalDialect, "PreToolUse", block), { hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "because" } });
});
