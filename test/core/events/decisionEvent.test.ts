import assert from "node:assert/strict";
import { test } from "node:test";
import { reportedDetector } from "../../../src/core/events/decisionEvent.ts";
import { layer, merged } from "../../support/policies.ts";

test("an organisation's detector is reported by the name that its policy gives it, and by no other", () => {
  const { policy } = merged(layer("organisation", { detectors: { words: [{ id: "projects", words: ["heron"] }] } }));
  assert.deepEqual(["org:projects", "org:johns-salary", "github-token", "secretlint-github-token"].map((id) => reportedDetector(policy, id)), ["org:projects", "org:other", "github-token", "secretlint-github-token"]);
});
