import { toOtlpLogs, type EventGroup } from "../../core/otlp/toOtlpLogs.ts";
import type { PostLogs, PostOutcome } from "./postLogs.ts";

/** `delivered`: nothing of it is to be sent again; `refused` are those that the endpoint will not take. */
export type Delivery = { readonly kind: "delivered"; readonly refused: readonly EventGroup[]; readonly refusedCount: number } | Extract<PostOutcome, { readonly kind: "later" | "unauthorised" }>;

// Some 30 kB on the wire and 1 MB of JSON: what every endpoint takes.
const mostPerRequest = 1000;
const nothingRefused: Delivery = { kind: "delivered", refused: [], refusedCount: 0 };

/** Posts events; where the endpoint takes no batch that holds one of them, halves it until that one is found, so that the others arrive. */
export async function deliver(groups: readonly EventGroup[], post: PostLogs, now: () => number): Promise<Delivery> {
  const filled = groups.filter(({ events }) => events.length > 0);
  const count = filled.reduce((sum, { events }) => sum + events.length, 0);
  if (count === 0) return nothingRefused;
  if (count > mostPerRequest) return deliverHalves(filled, count, post, now);
  const outcome = await post(toOtlpLogs(filled, now()));
  switch (outcome.kind) {
    case "delivered": return { kind: "delivered", refused: [], refusedCount: Math.min(count, outcome.refused) };
    case "later":
    case "unauthorised": return outcome;
    case "never": return { kind: "delivered", refused: filled, refusedCount: count };
    case "tooMuch": return count === 1 ? { kind: "delivered", refused: filled, refusedCount: 1 } : deliverHalves(filled, count, post, now);
  }
}

async function deliverHalves(groups: readonly EventGroup[], count: number, post: PostLogs, now: () => number): Promise<Delivery> {
  const half = Math.floor(count / 2);
  const first = await deliver(slice(groups, 0, half), post, now);
  if (first.kind !== "delivered") return first;
  const second = await deliver(slice(groups, half, count), post, now);
  // What of the first half arrived is sent again with the rest: the endpoint tells it by its id.
  if (second.kind !== "delivered") return second.kind === "later" ? { ...second, stored: "unknown" } : second;
  return { kind: "delivered", refused: [...first.refused, ...second.refused], refusedCount: first.refusedCount + second.refusedCount };
}

/** The events from one place to another, counted through all groups. */
export function slice(groups: readonly EventGroup[], from: number, to: number): readonly EventGroup[] {
  const state = { at: 0 };
  return groups.flatMap(({ resource, events }) => {
    const start = state.at;
    state.at += events.length;
    const part = events.slice(Math.max(0, from - start), Math.max(0, to - start));
    return part.length === 0 ? [] : [{ resource, events: part }];
  });
}
