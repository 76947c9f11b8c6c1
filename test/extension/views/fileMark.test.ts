import assert from "node:assert/strict";
import { test } from "node:test";
import type { Effect } from "../../../src/core/request.ts";
import { toMark } from "../../../src/extension/views/fileMark.ts";

const decision = (effect: Effect, enforced: Effect = effect) => ({ effect, enforced, label: "restricted" });
const cloudUnknownLocal = (cloud: Effect, unknown: Effect, local: Effect) => [
  { kind: "cloud" as const, decision: decision(cloud) }, { kind: "unknown" as const, decision: decision(unknown) }, { kind: "local" as const, decision: decision(local) },
];

test("a file that all may have is not marked, nor one that is only warned of", () => {
  assert.equal(toMark(cloudUnknownLocal("allow", "allow", "allow")), undefined);
  assert.equal(toMark(cloudUnknownLocal("warn", "warn", "warn")), undefined);
});

test("a file that no assistant may have says so", () => assert.deepEqual(toMark(cloudUnknownLocal("block", "block", "block")), { badge: "R", tooltip: "restricted: assistants may not see this" }));

test("a file that only a local model may have says so", () => assert.match(toMark(cloudUnknownLocal("block", "block", "allow"))?.tooltip ?? "", /only local/));

test("in monitor mode it does not claim what is not done", () => assert.match(toMark([{ kind: "cloud", decision: decision("block", "allow") }])?.tooltip ?? "", /may see this; it is recorded/));
