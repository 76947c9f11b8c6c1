/** Documents that nobody would write, well signed; and files on the disk that somebody else has written into. `GATELODGE_SEED` brings a run back. */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { acceptPolicy } from "../../../src/core/trust/acceptPolicy.ts";
import { effectiveDocument } from "../../../src/core/trust/effectiveDocument.ts";
import { builtinPolicy } from "../../../src/core/policy/builtinPolicy.ts";
import { mergePolicies } from "../../../src/core/policy/mergePolicies.ts";
import { pinnableSettings } from "../../../src/core/policy/pinnable.ts";
import type { OrganisationPolicy } from "../../../src/core/trust/signedContent.ts";
import { cryptography } from "../../../src/node/trust/cryptography.ts";
import { createOrganisationReader } from "../../../src/node/trust/organisationReader.ts";
import { organisationLayers } from "../../../src/node/trust/organisationLayers.ts";
import { createRandom, testSeed, type Random } from "../../core/detect/generated/random.ts";
import { createHeldPolicy, ownDocument } from "../../support/heldPolicy.ts";
import { createOrganisation, signAnything, today } from "../../support/organisation.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const seed = testSeed();
const deep = () => Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], 1);
const junk = [null, true, false, 0, -1, 1e308, 1.5, "", "x", "\u0000", "é".repeat(400), "A".repeat(5000), [], {}, [null], { __proto__: 1 }, ["../..", "{a,b}".repeat(200), "**/".repeat(300)], deep(), { toString: "x", constructor: 1 }, "2026-13-45T99:99:99Z", ["constructor"], "__proto__"];
const whole: Partial<OrganisationPolicy> = {
  offline: { graceHours: 5, afterGrace: "keep" }, monitorRules: ["secrets"], next: { id: "winter", document: { version: 1, rules: [] }, percent: 50, groups: ["payments"] },
  document: {
    version: 1, name: "northwind", mode: "enforce", classification: [{ id: "plans", label: "restricted", paths: ["**/plan.txt"], markers: ["board only"] }], destinations: [{ kind: "cloud", ceiling: "internal" }],
    rules: [{ id: "no-plans", when: { labels: ["restricted"] }, channels: ["chat"], effect: "block" }], exceptions: [{ id: "e", rules: ["no-plans"], owner: "a", reason: "b", expires: "2027-01-01" }],
    detectors: { off: ["x"], patterns: [{ id: "nw", pattern: "NW-\\d{6}" }], words: [{ id: "w", words: ["Blue Heron"] }] }, ai: { approved: [{ id: "a", models: ["*"] }], bind: "loopback" },
    pin: { restore: "always", settings: [{ setting: "chat.mcp.access", value: "registry" }, { assistant: "codex", setting: "sandbox_mode", value: "read-only" }] }, permit: { overrides: { rules: ["*"], maxMinutes: 5 } },
  },
};

/** One place of a document is taken out, said twice elsewhere, or is something else. */
function mutate(value: unknown, random: Random): unknown {
  if (typeof value !== "object" || value === null || random.below(6) === 0) return random.oneOf(junk);
  const keys = Object.keys(value);
  if (keys.length === 0) return random.oneOf(junk);
  const key = random.oneOf(keys);
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value as unknown[]] : { ...value };
  const inside = copy as Record<string, unknown>;
  const kind = random.below(8);
  if (kind === 0) delete inside[key];
  else if (kind === 1) inside[random.oneOf(["next", "document", "rules", "pin", "__proto__", "x", "monitorRules", "settings"])] = inside[key];
  else inside[key] = mutate(inside[key], random);
  return copy;
}

test("whatever an organisation's key has signed is taken as a policy that can be merged, or not at all, and throws nowhere", () => {
  const { key, keySet, signed, policy, anchor } = createOrganisation();
  const random = createRandom(seed);
  const { keyset } = signed();
  const counts = { accepted: 0, rejected: 0 };
  assert.equal(acceptPolicy({ keyset, policy: signAnything(key, { typ: "gatelodge-policy+jws" }, policy(whole)) }, { anchor, ratchet: undefined, now: today, cryptography }).kind, "accepted");
  for (let round = 0; round < 500; round += 1) {
    const content = mutate(policy(whole), random);
    const offered = { keyset, policy: signAnything(key, { typ: "gatelodge-policy+jws" }, content ?? null) };
    const result = acceptPolicy(offered, { anchor, ratchet: undefined, now: today, cryptography });
    counts[result.kind] += 1;
    if (result.kind === "rejected") continue;
    for (const share of [undefined, 0, 99]) {
      const merged = mergePolicies([{ source: "builtin", document: builtinPolicy }, { source: "organisation", document: effectiveDocument(result.policy, { groups: [], share }) }]).policy;
      for (const { setting, assistant, value } of merged.pins.settings) assert.ok(pinnableSettings.some((known) => known.setting === setting && known.assistant === assistant && known.values.includes(value)), `${setting}, seed ${seed}`);
    }
  }
  assert.ok(counts.accepted > 15 && counts.rejected > 150, `${JSON.stringify(counts)}, seed ${seed}`);
  for (let round = 0; round < 100; round += 1) {
    const offered = { keyset: signAnything(createOrganisation().root, { typ: "gatelodge-keys+jws" }, mutate(keySet(), random) ?? null), policy: signed().policy };
    assert.equal(acceptPolicy(offered, { anchor, ratchet: undefined, now: today, cryptography }).kind, "rejected", `seed ${seed}`);
  }
});

test("whatever somebody writes into what is kept on the disk, another policy never comes of it, and nothing is permitted that was not", (context) => {
  const home = temporaryFolder(context);
  const { places, organisation, take } = createHeldPolicy(home);
  const random = createRandom(seed);
  take(3);
  const files = ["policy", "ratchet", "clock"] as const;
  const good = new Map(files.map((file) => [file, readFileSync(places[file], "utf8")]));
  const states = new Set<string>();
  for (let round = 0; round < 60; round += 1) {
    for (const file of files) writeFileSync(places[file], good.get(file) ?? "");
    const file = random.oneOf(files);
    const text = good.get(file) ?? "";
    const at = random.below(text.length);
    const changed = random.oneOf([
      () => text.slice(0, at), () => text.slice(0, at) + random.oneOf(["A", "}", "\u0000", "\"", "9"]) + text.slice(at + 1), () => text.slice(0, at) + text.slice(at + 1 + random.below(20)), () => text + text,
      () => JSON.stringify(random.oneOf(junk)), () => JSON.stringify(mutate(JSON.parse(text), random)), () => good.get(random.oneOf(files)) ?? "",
    ])();
    writeFileSync(places[file], changed ?? "");
    const state = createOrganisationReader(places, Date.now)({ id: "northwind", rootKeys: [organisation.root.publicKey] }, "trusted");
    states.add(state?.condition ?? "none");
    assert.ok(state !== undefined, `seed ${seed}`);
    if (state.document !== undefined) assert.deepEqual(state.document, ownDocument, `seed ${seed}`);
    // What holds no longer only adds: the machine file is there, and stays the floor.
    for (const layer of organisationLayers(state)) assert.ok(["fresh", "grace"].includes(state.condition) || layer.unverified === true, `${state.condition}, seed ${seed}`);
  }
  assert.deepEqual([...states].filter((each) => !["fresh", "grace", "stale", "missing", "rejected"].includes(each)), []);
  assert.ok(states.has("rejected") && states.has("missing") && states.has("fresh"), [...states].join());
});
