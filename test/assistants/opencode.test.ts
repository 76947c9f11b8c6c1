import assert from "node:assert/strict";
import { test } from "node:test";
import { opencodeDialect as dialect } from "../../src/assistants/opencode.ts";
import { readFixture } from "../support/hookFixtures.ts";

const read = (event: string, name = event) => dialect.read(event, readFixture("opencode", name));
const written = (event: string, effect: "allow" | "warn" | "redact" | "block", subject?: unknown) => JSON.parse(dialect.write(event, { effect, reason: "because", subject }).stdout) as unknown;

test("a prompt's texts travel, and the files that are parts of it are used", () => {
  assert.deepEqual(read("chat.message")?.subject, ["\"look at @creds.txt\""]);
  const parts = [{ type: "text", text: "look" }, { type: "file", url: "file:///shop/.env?start=1", mime: "text/plain" }];
  assert.deepEqual(dialect.read("chat.message", { folder: "/shop", parts })?.uses, [{ kind: "read", path: "file:///shop/.env" }]);
});

test("tools say what they use", () => {
  assert.deepEqual(read("tool.execute.before", "tool.execute.before.read")?.uses, [{ kind: "read", path: "/home/dev/proj/creds.txt" }]);
  assert.deepEqual(read("tool.execute.before", "tool.execute.before.bash")?.uses, [{ kind: "run", command: "cat .env" }]);
  assert.deepEqual(read("tool.execute.before", "tool.execute.before.write")?.uses, [{ kind: "write", path: "/home/dev/proj/new.txt" }]);
});

test("a result travels in its own shape; a search names its files in lines of their own", () => {
  assert.match(JSON.stringify(read("tool.execute.after", "tool.execute.after.bash")?.subject), /"output":"API_KEY=CANARY-violet-heron\\n"/);
  const result = { title: "KEY", output: "Found 1 matches\n/shop/.env:\n  Line 1: KEY=x" };
  assert.deepEqual(dialect.read("tool.execute.after", { tool: "grep", args: {}, result })?.subject, { title: "KEY", output: "Found 1 matches\n/shop/.env\n  Line 1: KEY=x" });
});

test("what is no message is not understood", () => {
  for (const payload of [null, 1, [], "x", {}]) for (const event of dialect.events) assert.equal(dialect.read(event, payload), undefined);
  assert.equal(dialect.read("session.created", {})?.moment, "other");
});

test("answers are those that the plugin carries out", () => {
  assert.deepEqual(written("tool.execute.before", "warn"), { effect: "allow" });
  assert.deepEqual(written("tool.execute.before", "block"), { effect: "block", reason: "because" });
  assert.deepEqual(written("chat.message", "redact", ["masked"]), { effect: "replace", reason: "because", subject: ["masked"] });
  assert.deepEqual(written("tool.execute.after", "block", { output: "withheld" }), { effect: "replace", reason: "because", subject: { output: "withheld" } });
  assert.deepEqual(written("tool.execute.after", "block"), { effect: "block", reason: "because" });
});
