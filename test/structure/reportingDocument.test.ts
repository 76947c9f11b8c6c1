import assert from "node:assert/strict";
import { test } from "node:test";
import { reportedAttributes, reportedResource } from "../../src/core/events/reportedAttributes.ts";
import { readSources } from "./sources.ts";

test("docs/reporting.md lists every attribute that can leave, with its type and what it says, and no other", () => {
  const [document] = readSources("docs/reporting.md");
  const listed = [...(document?.text ?? "").matchAll(/^\| `([^`]+)` \| (\w+) \| (.*) \|$/gm)].map(([, name, type, text]) => [name, type, text]);
  const expected = [...Object.entries(reportedResource).map(([name, text]) => [name, "string", text]), ...Object.entries(reportedAttributes).map(([name, { type, text }]) => [name, type, text])];
  assert.deepEqual(listed, expected);
});

test("every attribute that our events have is in the list", () => {
  const named = readSources("src/core/events").flatMap(({ text }) => [...text.matchAll(/readonly "((?:gatelodge|file|error)\.[a-z_.]+)"\??:/g)].map(([, name = ""]) => name));
  assert.ok(named.length > 30);
  assert.deepEqual([...new Set(named)].filter((name) => !Object.hasOwn(reportedAttributes, name)), []);
});
