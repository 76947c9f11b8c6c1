import assert from "node:assert/strict";
import { test } from "node:test";
import { toNdjson } from "../../../src/inventory/exports/ndjson.ts";

test("each thing is one line of its own, whatever is in its name", () => {
  const text = toNdjson({ runtimes: [], models: [], downloads: [], tools: [{ kind: "mcpServer", name: "a\nb\u2028c", place: "x", evidence: [], risks: [] }, { kind: "skill", name: "d", version: "0.12.3", place: "y", evidence: [], risks: [] }] }, new Date(0));
  const lines = text.trimEnd().split("\n").map((line) => JSON.parse(line) as { readonly name: string; readonly type: string; readonly time: string; readonly format: number; readonly version?: string });
  assert.deepEqual(lines.map(({ format, version }) => [format, version]), [[1, undefined], [1, "0.12.3"]]);
  assert.deepEqual(lines.map(({ type, time, name }) => [type, time, name]), [["tool", "1970-01-01T00:00:00.000Z", "a\nb\u2028c"], ["tool", "1970-01-01T00:00:00.000Z", "d"]]);
});
