import assert from "node:assert/strict";
import { test } from "node:test";
import { findWidenings, toNotice, toTerms } from "../../../src/core/events/reportingTerms.ts";

const base = { endpoint: "https://otel.example", purpose: "To find leaks.", retentionDays: 30 } as const;
const widened = (later: Partial<Parameters<typeof toTerms>[0]>) => findWidenings(toTerms(base), toTerms({ ...base, ...later }));

test("everything is new to somebody who was told nothing", () => {
  assert.deepEqual(findWidenings(undefined, toTerms(base)), ["this is new"]);
});

test("another endpoint, pseudonyms, another purpose, a longer time and more fields are told; less is not", () => {
  assert.deepEqual(widened({}), []);
  assert.deepEqual(widened({ endpoint: "https://other.example" }), ["they go elsewhere"]);
  assert.deepEqual(widened({ identity: "pseudonymous" }), ["they tell people apart", "they say more"]);
  assert.deepEqual(widened({ purpose: "To rate people." }), ["they have another purpose"]);
  assert.deepEqual(widened({ retentionDays: 31 }), ["they are kept longer"]);
  assert.deepEqual(findWidenings(toTerms(base), toTerms({ endpoint: base.endpoint, purpose: base.purpose })), ["they are kept longer"]);
  assert.deepEqual(widened({ retentionDays: 5 }), []);
  const now = toTerms(base);
  assert.deepEqual(findWidenings({ ...now, fields: now.fields.slice(1) }, now), ["they say more"]);
  assert.deepEqual(findWidenings(now, { ...now, fields: now.fields.slice(1) }), []);
});

test("the notice says where to, what, who, why and how long", () => {
  const notice = toNotice(toTerms({ ...base, identity: "pseudonymous" }), ["this is new"]);
  for (const part of ["https://otel.example", "Never text, paths, commands or names", "pseudonym", "To find leaks.", "30 days"]) assert.ok(notice.includes(part), part);
  assert.match(toNotice(toTerms({ endpoint: "https://otel.example" }), []), /not told apart.*states none.*does not say how long/);
});
