import { groupBy } from "../groupBy.ts";
import type { SpooledEvent } from "../otlp/toOtlpLogs.ts";

const counted = "gatelodge.decision.count";
const summed = ["gatelodge.findings.count", "gatelodge.findings.length", "gatelodge.findings.silenced"] as const;
// One of many says nothing of the others' time or files.
const dropped = new Set(["gatelodge.seq", "gatelodge.decision.duration", "file.extension", "gatelodge.event.id", counted, ...summed]);
const usage = "gatelodge.usage.hourly";

/**
 * Decisions of one hour that differ in nothing but time and amount become one with a count, and hourly counts of the same hour
 * one sum: an organisation reads the same from fewer lines. `newId`: of those that are new.
 */
export function coalesce(events: readonly SpooledEvent[], newId: () => string): readonly SpooledEvent[] {
  return groupBy(events, keyOf).flatMap((same) => (same.length === 1 || (same[0]?.name !== "gatelodge.decision" && same[0]?.name !== usage) ? same : [sum(same, newId())]));
}

function keyOf({ name, time, attributes }: SpooledEvent): string {
  const parts = Object.entries(attributes).filter(([key]) => !dropped.has(key) && !key.startsWith("gatelodge.usage."));
  return JSON.stringify([name, name === "gatelodge.decision" || name === usage ? time.slice(0, 13) : attributes["gatelodge.event.id"], parts.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

function sum(same: readonly SpooledEvent[], id: string): SpooledEvent {
  const [first] = same;
  if (first === undefined) throw new Error("a group has a member");
  const total = (key: string, absent = 0) => same.reduce((whole, { attributes }) => whole + (typeof attributes[key] === "number" ? attributes[key] : absent), 0);
  const kept = Object.entries(first.attributes).filter(([key]) => !dropped.has(key)).map(([key, value]) => [key, key.startsWith("gatelodge.usage.") ? total(key) : value] as const);
  const sums = first.name === usage ? [] : [...summed.map((key) => [key, total(key)] as const), [counted, total(counted, 1)] as const];
  return { name: first.name, time: first.time, attributes: { "gatelodge.event.id": id, ...Object.fromEntries([...kept, ...sums]) } };
}
