import assert from "node:assert/strict";
import { test } from "node:test";
import { effectiveDocument } from "../../../src/core/trust/effectiveDocument.ts";
import type { OrganisationPolicy } from "../../../src/core/trust/signedContent.ts";
import { ringShare } from "../../../src/node/trust/ringShare.ts";
import { layer, merged } from "../../support/policies.ts";

const policy: OrganisationPolicy = {
  organisation: "northwind", version: 1, issuedAt: "2026-11-25T12:00:00Z", expiresAt: "2026-12-25T12:00:00Z",
  document: { version: 1, name: "present" }, next: { id: "winter", document: { version: 1, name: "next" }, percent: 10, groups: ["pilots"] },
};
const nameFor = (groups: readonly string[], share: number | undefined) => effectiveDocument(policy, { groups, share }).name;

test("the next policy holds for its groups and its share of the devices, the present one for all others", () => {
  assert.equal(nameFor([], 9.99), "next");
  assert.equal(nameFor([], 10), "present");
  assert.equal(nameFor(["payments"], undefined), "present");
  assert.equal(nameFor(["pilots"], undefined), "next");
});

test("a share of devices is that share, the same ones each time, and others in the next rollout", () => {
  const devices = Array.from({ length: 5000 }, (_, index) => `device-${index}`);
  const within = (rollout: string) => devices.filter((id) => ringShare(rollout, id) < 10);
  const winter = within("winter");
  assert.ok(Math.abs(winter.length - 500) < 100);
  assert.deepEqual(within("winter"), winter);
  assert.ok(within("spring").filter((id) => winter.includes(id)).length < 120);
});

test("a rule that is taken back only records, whether the organisation's own or built in; the others are as they were", () => {
  const document = effectiveDocument({ ...policy, document: { version: 1, rules: [{ id: "own", when: {}, effect: "block" }] }, monitorRules: ["own", "secrets"] }, { groups: [], share: undefined });
  const { rules } = merged(layer("organisation", document)).policy;
  assert.deepEqual(rules.filter(({ mode }) => mode === "monitor").map(({ id }) => id), ["own", "secrets"]);
  assert.ok(rules.some(({ id, mode }) => id === "above-ceiling" && mode === undefined));
});
