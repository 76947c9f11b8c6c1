import assert from "node:assert/strict";
import { test } from "node:test";
import { layer, merged } from "../../support/policies.ts";

const block = { id: "strict", when: { aboveCeiling: true as const }, effect: "block" as const };
const loosening: readonly (readonly [string, Parameters<typeof layer>[1]])[] = [
  ["monitor mode", { mode: "monitor" }],
  ["other labels", { labels: ["a", "b"] }],
  ["a lower default label", { defaultLabel: "public" }],
  ["dropping the built-in policy", { extends: "none" }],
  ["a weaker otherwise", { otherwise: { restricted: "allow" } }],
  ["a higher ceiling", { destinations: [{ kind: "cloud", ceiling: "restricted" }] }],
  ["a weaker rule of the same name", { rules: [{ ...block, id: "above-ceiling", effect: "warn" }] }],
  ["the same rule in monitor mode", { rules: [{ ...block, id: "above-ceiling", mode: "monitor" }] }],
  ["a rule that allows", { rules: [{ ...block, effect: "allow" }] }],
  ["neighbours", { completions: { neighbours: "allow" } }],
  ["a shorter linger", { completions: { lingerSeconds: 0 } }],
  ["permissions", { permit: { exceptions: ["repository"] } }],
  ["an exception", { exceptions: [{ id: "e", rules: ["*"], owner: "me", reason: "want", expires: "2099-01-01" }] }],
  ["turning a detector off", { detectors: { off: ["aws-access-key-id"] } }],
];
for (const [what, document] of loosening) test(`a repository that loosens by ${what} is ignored and told`, () => {
  const before = merged();
  const { policy, ignored } = merged(layer("repository", document, "/repo"));
  assert.equal(ignored.length, 1);
  assert.deepEqual({ ...policy, names: [] }, { ...before.policy, names: [] });
});

test("a user may bring exceptions while no organisation speaks, and not after", () => {
  const exception = layer("user", { exceptions: [{ id: "e", rules: ["secrets"], owner: "me", reason: "test data", expires: "2099-01-01" }] });
  assert.equal(merged(exception).policy.exceptions.length, 1);
  const { policy, ignored } = merged(layer("organisation", { name: "acme" }), exception);
  assert.equal(policy.exceptions.length, 0);
  assert.match(ignored[0]?.message ?? "", /does not permit/);
});

test("an organisation may replace a built-in rule, a machine file is a floor below it", () => {
  const weaker = layer("organisation", { rules: [{ ...block, id: "above-ceiling", effect: "warn" }] });
  assert.equal(merged(weaker).policy.rules.find(({ id }) => id === "above-ceiling")?.effect, "warn");
  const floor = merged(weaker, layer("machine", { rules: [{ ...block, id: "floor" }] }));
  assert.deepEqual(floor.policy.rules.filter(({ id }) => id === "floor").map(({ effect }) => effect), ["block"]);
  assert.equal(merged(layer("organisation", { mode: "enforce" }), layer("machine", { mode: "monitor" })).policy.mode, "enforce");
});

test("a machine file that nobody could verify only tightens", () => {
  const machine = { ...layer("machine", { mode: "monitor", exceptions: [{ id: "e", rules: ["*"], owner: "me", reason: "want", expires: "2099-01-01" }], rules: [block] }), unverified: true };
  const { policy, ignored } = merged(machine);
  assert.deepEqual([policy.mode, policy.exceptions, policy.rules.some(({ id }) => id === "strict")], ["enforce", [], true]);
  assert.equal(ignored.length, 2);
  assert.equal(policy.overrides?.maxMinutes, 60);
});

test("an agent whose hooks are off is denied once any layer says so", () => {
  const of = (...values: readonly ("warn" | "deny")[]) => merged(...values.map((hooksOff, index) => layer(index === 0 ? "organisation" : "user", { agents: { hooksOff } })));
  assert.deepEqual([of().policy.agents.hooksOff, of("warn", "deny").policy.agents.hooksOff, of("deny", "warn").policy.agents.hooksOff], ["warn", "deny", "deny"]);
  assert.equal(of("deny", "warn").ignored.length, 1);
});

test("an organisation may start from nothing", () => assert.equal(merged(layer("organisation", { extends: "none" })).policy.rules.length, 0));

test("a repository may add and tighten", () => {
  const { policy, ignored } = merged(layer("repository", {
    classification: [{ id: "p", label: "restricted", paths: ["p/**"] }], rules: [block], destinations: [{ kind: "cloud", ceiling: "public" }],
    otherwise: { other: "block" }, completions: { lingerSeconds: 600 },
  }, "/repo"));
  assert.deepEqual(ignored, []);
  assert.equal(policy.otherwise.other, "block");
  assert.equal(policy.completions.lingerSeconds, 600);
  assert.ok(policy.rules.some(({ id }) => id === "strict"));
});

test("neighbours go from allow to either strict value, and between those, but never back to allow", () => {
  const neighbours = (...values: readonly ("allow" | "guardedView" | "suppress")[]) => merged(...values.map((value, index) => layer(index === 0 ? "organisation" : index === 1 ? "user" : "repository", { completions: { neighbours: value } }, "/repo"))).policy.completions.neighbours;
  assert.equal(neighbours("allow", "guardedView"), "guardedView");
  assert.equal(neighbours("allow", "suppress", "allow"), "suppress");
  assert.equal(neighbours("guardedView", "allow"), "guardedView");
  assert.equal(neighbours("suppress", "guardedView"), "guardedView");
});
