import assert from "node:assert/strict";
import { test } from "node:test";
import { createClassify } from "../../../src/core/classify.ts";
import { evaluate, type Grant } from "../../../src/core/evaluate.ts";
import type { Finding, Request } from "../../../src/core/request.ts";
import { onceGrants } from "../../../src/extension/guards/onceGrants.ts";
import { layer, merged } from "../../support/policies.ts";

const { policy } = merged();
const env = { absolute: "/repo/.env", aliases: [], repository: "/repo", resolved: true };
const key: Finding = { detector: "aws-access-key-id", kind: "secret", tier: "likely", start: 0, end: 20 };
const base = { destination: { assistant: "github-copilot", kind: "cloud" }, able: ["allow", "warn", "redact", "block"] } as const;
const decide = (request: Request, grants: readonly Grant[] = []) => evaluate(policy, request, { now: 0, classification: createClassify(policy)(request.path, request.text), findings: request.findings ?? [], grants, groups: [], pathMatches: () => true });
const grantsOf = (...requests: readonly Request[]) => onceGrants(() => policy, 0, requests.map((request) => ({ request, decision: decide(request) }))).map((grant, index) => ({ id: `g${index}`, ...grant }));
const text: Request = { ...base, channel: "prompt", text: "x", findings: [key] };
const file: Request = { ...base, channel: "chat", path: env };

test("a prompt with a secret that names a restricted file needs two permissions, and passes with them", () => {
  const grants = grantsOf(text, file);
  assert.deepEqual(grants.map(({ channels, path, once }) => ({ channels, path, once })), [{ channels: ["prompt"], path: undefined, once: true }, { channels: ["chat"], path: "/repo/.env", once: true }]);
  assert.deepEqual([decide(text, grants).enforced, decide(file, grants).enforced], ["allow", "allow"]);
  assert.equal(decide(text, grants).grant, "g0");
});
test("they open no other door, no other file, and end by themselves", () => {
  const grants = grantsOf(text, file);
  assert.equal(decide({ ...file, channel: "completion" }, grants).enforced, "block");
  assert.equal(decide({ ...file, path: { ...env, absolute: "/repo/b/.env" } }, grants).enforced, "block");
  assert.ok(grants.every(({ until }) => until <= 5 * 60_000));
});
test("where one part may not be allowed none is", () => {
  const { policy: strict } = merged(layer("machine", { permit: { exceptions: [], detectorsOff: [], overrides: { rules: ["secrets"], maxMinutes: 30 } } }));
  assert.deepEqual(onceGrants(() => strict, 0, [text, file].map((request) => ({ request, decision: decide(request) }))), []);
});
const unseen: Request = { ...base, channel: "chat", undecided: "nobody looked", path: { absolute: "/repo/…", aliases: [], resolved: false } };
test("what nobody could look at passes once with a permission, and only with one that is for once", () => {
  const grants = grantsOf(text, unseen);
  assert.deepEqual([decide(unseen).enforced, decide(unseen, grants).enforced, decide(unseen, grants).grant], ["block", "allow", "g1"]);
  assert.equal(decide(unseen, grants.map((grant) => ({ ...grant, once: false }))).enforced, "block");
});
