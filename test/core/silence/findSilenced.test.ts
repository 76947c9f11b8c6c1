import assert from "node:assert/strict";
import { test } from "node:test";
import { countSilenced, findSilenced } from "../../../src/core/silence/findSilenced.ts";
import type { Finding, Tier } from "../../../src/core/request.ts";
import { layer, merged } from "../../support/policies.ts";

const text = "password = hunter-2 # gitleaks:allow";
const now = Date.parse("2026-11-25T00:00:00Z");
const finding = (tier: Tier): Finding => ({ detector: "password-assignment", kind: "secret", tier, start: 11, end: 19 });

function reasons(tier: Tier, where: "shown" | "doors", { policy }: ReturnType<typeof merged>, inBaseline = false) {
  const facts = { text, findings: [finding(tier)], now, ...(inBaseline ? { inBaseline: (_: string, all: readonly Finding[]) => new Set(all) } : {}) };
  return [...findSilenced(policy, where, facts).values()];
}

test("without an organisation a comment hushes what is likely, spares the warning of what is possible, and never what is certain", () => {
  const policy = merged();
  assert.deepEqual([reasons("possible", "shown", policy), reasons("likely", "shown", policy), reasons("certain", "shown", policy)], [["comments"], ["comments"], []]);
  assert.deepEqual([reasons("possible", "doors", policy), reasons("likely", "doors", policy), reasons("certain", "doors", policy)], [["comments"], [], []]);
});

test("a baseline hushes what is certain as well, and opens no door", () => {
  assert.deepEqual(reasons("certain", "shown", merged(), true), ["baseline"]);
  assert.deepEqual(reasons("certain", "doors", merged(), true), []);
});

test("an organisation that says nothing of it keeps the doors shut; one that permits opens them, one that forbids hushes nothing", () => {
  const silent = merged(layer("machine", { permit: {} }));
  assert.deepEqual([reasons("likely", "shown", silent), reasons("possible", "doors", silent)], [["comments"], []]);
  assert.deepEqual(reasons("likely", "doors", merged(layer("machine", { permit: { silence: { comments: { doors: ["likely"] } } } }))), ["comments"]);
  assert.deepEqual(reasons("likely", "shown", merged(layer("machine", { permit: { silence: { comments: { shown: [] } } } }))), []);
});

test("a repository or a user permits nothing", () => {
  for (const source of ["user", "repository"] as const) {
    const wish = merged(layer(source, { permit: { silence: { comments: { shown: ["certain"], doors: ["certain"] } } } }, "/shop"));
    assert.deepEqual([reasons("certain", "shown", wish), reasons("certain", "doors", wish)], [[], []]);
    assert.ok(wish.ignored.some(({ path }) => path[0] === "permit"));
  }
});

test("a rule is turned down by a user's or a repository's file, until its end, and only where it is shown", () => {
  for (const source of ["user", "repository"] as const) {
    const quiet = (until?: string) => merged(layer(source, { detectors: { quiet: [{ id: "password-*", reason: "Only test data here.", ...(until === undefined ? {} : { until }) }] } }, "/shop"));
    assert.deepEqual([reasons("likely", "shown", quiet()), reasons("likely", "doors", quiet())], [["rules"], []]);
    assert.deepEqual(reasons("likely", "shown", quiet("2026-11-24")), ["comments"]);
  }
});

test("an organisation that lets no rule be turned down is obeyed, and the file is told", () => {
  const { policy, ignored } = merged(layer("machine", { permit: { silence: { comments: { shown: [] }, rules: { shown: [] } } } }), layer("user", { detectors: { quiet: [{ id: "*", reason: "Too loud." }] } }));
  assert.deepEqual([...findSilenced(policy, "shown", { text, findings: [finding("likely")], now })], []);
  assert.deepEqual(ignored.map(({ path }) => path), [["detectors", "quiet"]]);
});

test("a repository cannot turn down what finds hidden or steering text; a user can", () => {
  const quiet = (source: "user" | "repository", kind: Finding["kind"]) => {
    const { policy } = merged(layer(source, { detectors: { quiet: [{ id: "*", reason: "Too loud." }] } }, "/shop"));
    return [...findSilenced(policy, "shown", { text: "x", findings: [{ ...finding("likely"), kind, start: 0, end: 1 }], now }).values()];
  };
  assert.deepEqual([quiet("repository", "hidden"), quiet("repository", "steering"), quiet("repository", "personal"), quiet("user", "hidden")], [[], [], ["rules"], ["rules"]]);
});

test("counts by reason", () => {
  assert.deepEqual(countSilenced(new Map([[finding("likely"), "comments"], [finding("likely"), "rules"]])), { comments: 1, baseline: 0, rules: 1 });
});
