/** Dialects that follow a client's documentation. What holds here is our reading of it; no client was run. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { amazonQDialect } from "../../src/assistants/amazonQ.ts";
import { antigravityDialect } from "../../src/assistants/antigravity.ts";
import { augmentDialect } from "../../src/assistants/augment.ts";
import { cursorDialect } from "../../src/assistants/cursor.ts";
import { devinDialect } from "../../src/assistants/devin.ts";
import type { Dialect } from "../../src/assistants/dialect.ts";
import { droidDialect } from "../../src/assistants/droid.ts";
import { grokDialect } from "../../src/assistants/grokCli.ts";
import { junieDialect } from "../../src/assistants/junie.ts";
import { kiloDialect } from "../../src/assistants/kiloCode.ts";
import { kiroDialect } from "../../src/assistants/kiro.ts";
import { knownAssistants } from "../../src/assistants/known.ts";
import { qoderDialect } from "../../src/assistants/qoder.ts";
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
  const clients: readonly (readonly [Dialect, string])[] = [
    [cursorDialect, "cursor"], [windsurfDialect, "windsurf"], [devinDialect, "devin"], [kiroDialect, "kiro"], [amazonQDialect, "amazon-q"], [augmentDialect, "augment"], [droidDialect, "droid"],
    [vscodeLocalDialect, "vscode-local"], [antigravityDialect, "antigravity"], [grokDialect, "grok"], [junieDialect, "junie"], [qoderDialect, "qoder"], [kiloDialect, "kilo"],
  ];
  for (const { id, dialect } of knownAssistants) assert.ok(dialect?.documented === undefined || clients.some(([other]) => other === dialect), `${id} has no payloads`);
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
  // Asked, it lets the tool run; a result can only end the session.
  assert.ok(reader(droidDialect, "droid")("PreToolUse")?.able.includes("ask") === false && reader(droidDialect, "droid")("PreToolUse")?.masksResult === false);
  assert.deepEqual(json(droidDialect, "PostToolUse", { effect: "redact", reason: "because", subject: "masked" }), { continue: false, stopReason: "because" });
  const read = reader(vscodeLocalDialect, "vscode-local");
  assert.deepEqual(read("PreToolUse")?.uses, [{ kind: "read", path: "/shop/.env" }]);
  assert.deepEqual(read("PreToolUse", "asDocumented")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(json(vscodeLocalDialect, "UserPromptSubmit", block), { continue: false, stopReason: "because" });
  assert.deepEqual(json(vscodeLocalDialect, "PreToolUse", block), { hookSpecificOutput: { hookEventName: "PreToolUse", permissionDecision: "deny", permissionDecisionReason: "because" } });
});

test("VS Code's own agent: what Copilot asks of the same file is left to Copilot's own hooks", () => {
  const read = reader(vscodeLocalDialect, "vscode-local");
  assert.equal(read("PreToolUse", "byCopilot")?.moment, "other");
  assert.equal(read("PreToolUse")?.moment, "before");
});

test("Augment: a prompt is stopped by word and by exit code", () => {
  assert.equal(reader(augmentDialect, "augment")("PromptSubmit")?.subject, "hello");
  assert.deepEqual([augmentDialect.write("PromptSubmit", block).exitCode, json(augmentDialect, "PromptSubmit", block)], [2, { continue: false, stopReason: "because" }]);
});

test("Antigravity, Grok: their own names, and a decision always", () => {
  const agy = reader(antigravityDialect, "antigravity");
  assert.deepEqual([agy("PreToolUse")?.folder, agy("PreToolUse")?.uses], ["/shop", [{ kind: "run", command: "cd '/shop/sub' && cat .env" }]]);
  assert.deepEqual(agy("PreToolUse", "read")?.uses, [{ kind: "read", path: "/shop/.env" }]);
  assert.deepEqual([json(antigravityDialect, "PreToolUse", { effect: "allow", reason: "" }), json(antigravityDialect, "PreToolUse", block), json(antigravityDialect, "PreToolUse", { effect: "ask", reason: "because" })], [{ decision: "allow" }, { decision: "deny", reason: "because" }, { decision: "force_ask", reason: "because" }]);
  const grok = reader(grokDialect, "grok");
  assert.deepEqual(grok("PreToolUse")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(grok("PreToolUse", "read")?.uses, [{ kind: "read", path: "/shop/.env" }]);
  assert.equal(grok("PreToolUse", "afterwards"), undefined);
  assert.deepEqual([json(grokDialect, "PreToolUse", block), grokDialect.write("PreToolUse", block).exitCode], [{ decision: "deny", reason: "because" }, 2]);
});

test("Devin, Junie, Amazon Q: exit code 2 refuses; Qoder masks a result, Kilo as opencode does", () => {
  for (const [dialect, client, event] of [[devinDialect, "devin", "PreToolUse"], [junieDialect, "junie", "PreToolUse"], [amazonQDialect, "amazon-q", "preToolUse"]] as const) {
    assert.ok(reader(dialect, client)(event)?.uses.some((use) => ("path" in use && use.path === "/shop/.env") || (use.kind === "run" && use.command === "cat .env")), client);
    assert.deepEqual(dialect.write(event, block), { stdout: "", stderr: "because\n", exitCode: 2 });
  }
  assert.deepEqual(reader(qoderDialect, "qoder")("PostToolUse")?.able, ["allow", "warn", "redact", "block"]);
  assert.deepEqual(json(qoderDialect, "PostToolUse", { effect: "redact", reason: "because", subject: "masked" }), { hookSpecificOutput: { hookEventName: "PostToolUse", updatedToolOutput: "masked", additionalContext: "because" } });
  assert.deepEqual(json(kiloDialect, "tool.execute.before", block), { effect: "block", reason: "because" });
});

test("a tool that the documentation does not name is no more harmless than what it is given", () => {
  const asked = [
    [cursorDialect, "preToolUse", { tool_name: "Teleport", tool_input: { path: "/shop/.env" } }], [antigravityDialect, "PreToolUse", { toolCall: { name: "teleport", args: { path: "/shop/.env" } } }], [grokDialect, "PreToolUse", { toolName: "teleport", toolInput: { path: "/shop/.env" } }],
    ...[devinDialect, kiroDialect, augmentDialect, droidDialect, vscodeLocalDialect, junieDialect, qoderDialect].map((dialect) => [dialect, "PreToolUse", { tool_name: "teleport", tool_input: { path: "/shop/.env" } }] as const),
  ] as const;
  for (const [dialect, event, payload] of asked) assert.deepEqual(dialect.read(event, payload)?.uses, [{ kind: "maybe", path: "/shop/.env" }, { kind: "more" }], JSON.stringify(payload));
});
