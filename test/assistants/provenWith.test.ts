import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { knownAssistants } from "../../src/assistants/known.ts";

test("the version that coverage calls proven is the one the proof was measured with, and a client that was not run has none", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/proof-agents.md"), "utf8");
  for (const { id, installation } of knownAssistants) if (installation !== undefined) assert.equal(new RegExp(`^## ${id} (.+)$`, "m").exec(page)?.[1], installation.provenWith, id);
});
