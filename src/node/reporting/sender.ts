import type { LossReason } from "../../core/events/lossEvent.ts";
import type { EventGroup } from "../../core/otlp/toOtlpLogs.ts";
import type { Claim, SpoolReader } from "../spool/spoolReader.ts";
import { deliver, type Delivery } from "./deliver.ts";
import type { PostLogs } from "./postLogs.ts";

export interface SenderParts {
  readonly reader: SpoolReader;
  /** Says what will not arrive. */
  readonly tell: (reason: LossReason, count: number) => void;
  /** Keeps what the endpoint does not take, for a person to look at. */
  readonly keepRefused: (groups: readonly EventGroup[]) => void;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
}

export type Round =
  | { readonly kind: "idle" }
  | { readonly kind: "sent"; readonly events: number }
  | { readonly kind: "later" | "unauthorised"; readonly until: number };

export interface Sender {
  /**
   * Sends what waits, at most one request's worth; a pause that the endpoint asked for is kept. Not to be called while it runs.
   * `machine`: what is said of this machine beside what each program said of itself.
   */
  readonly round: (post: PostLogs, machine: EventGroup["resource"]) => Promise<Round>;
}

// 500 events are some 30 kB on the wire.
const eventsPerRequest = 500;
const firstPause = 1000;
const longestPause = 300_000;

/** Takes files of the spool, posts them, and removes what has arrived. */
export function createSender(parts: SenderParts): Sender {
  const state = { failures: 0, until: 0 };
  const pause = (kind: "later" | "unauthorised", after: number | undefined): Round => {
    const backOff = Math.min(longestPause, firstPause * 2 ** state.failures) * (0.5 + parts.random() / 2);
    state.failures = Math.min(state.failures + 1, 20);
    state.until = parts.now() + Math.max(after ?? 0, backOff);
    return { kind, until: state.until };
  };
  return {
    round: async (post, machine) => {
      // A clock that was set back must not make a pause endless.
      if (parts.now() < state.until && state.until - parts.now() <= 2 * 86_400_000) return { kind: "later", until: state.until };
      parts.reader.recover();
      const claims = parts.reader.claim(eventsPerRequest);
      if (claims.length === 0) return { kind: "idle" };
      const groups = claims.map(({ resource, events }) => ({ resource: { ...resource, ...machine }, events }));
      const delivery = await deliver(groups, post, parts.now);
      if (delivery.kind !== "delivered") {
        for (const claim of claims) claim.release(delivery.kind === "later" && delivery.stored === "unknown");
        return pause(delivery.kind, delivery.kind === "later" ? delivery.after : undefined);
      }
      state.failures = 0;
      finish(parts, claims, groups, delivery);
      return { kind: "sent", events: claims.reduce((sum, { events }) => sum + events.length, 0) };
    },
  };
}

/** First what is told of the loss, then what it is about goes: killed between, it is told twice rather than never. */
function finish(parts: SenderParts, claims: readonly Claim[], groups: readonly EventGroup[], { refused, refusedCount }: Extract<Delivery, { readonly kind: "delivered" }>): void {
  const damaged = claims.reduce((sum, claim) => sum + claim.damaged, 0);
  if (damaged > 0) parts.tell("damaged", damaged);
  // Where not even a loss is taken, telling of that one would never end.
  if (refusedCount > 0 && groups.some(({ events }) => events.some(({ name }) => name !== "gatelodge.loss"))) parts.tell("refused", refusedCount);
  if (refused.length > 0) parts.keepRefused(refused);
  for (const claim of claims) claim.remove();
}
