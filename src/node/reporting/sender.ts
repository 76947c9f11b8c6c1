import type { GatelodgeEvent } from "../../core/events/gatelodgeEvent.ts";
import { toLossEvent, type LossReason } from "../../core/events/lossEvent.ts";
import type { EventGroup } from "../../core/otlp/toOtlpLogs.ts";
import type { Claim, SpoolReader } from "../spool/spoolReader.ts";
import { deliver, type Delivery } from "./deliver.ts";
import type { PostLogs } from "./postLogs.ts";

export interface SenderParts {
  readonly reader: SpoolReader;
  /** What is said of this machine beside what each process said of itself. */
  readonly resource: EventGroup["resource"];
  readonly append: (event: GatelodgeEvent) => void;
  /** Keeps what the endpoint does not take, for a person to look at. */
  readonly quarantine: (groups: readonly EventGroup[]) => void;
  /** What was sent, for the developer to read. */
  readonly keepSent: (groups: readonly EventGroup[]) => void;
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  readonly newId: () => string;
}

export type Round =
  | { readonly kind: "idle" }
  | { readonly kind: "sent"; readonly events: number }
  | { readonly kind: "later" | "unauthorised"; readonly until: number };

export interface Sender {
  /** Sends what waits, at most one request's worth; a pause that the endpoint asked for is kept. Not to be called while it runs. */
  readonly round: (post: PostLogs) => Promise<Round>;
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
    round: async (post) => {
      // A clock that was set back must not make a pause endless.
      if (parts.now() < state.until && state.until - parts.now() <= 2 * 86_400_000) return { kind: "later", until: state.until };
      parts.reader.recover();
      const claims = parts.reader.claim(eventsPerRequest);
      if (claims.length === 0) return { kind: "idle" };
      const groups = claims.map(({ resource, events }) => ({ resource: { ...resource, ...parts.resource }, events }));
      const delivery = await deliver(groups, post, parts.now);
      if (delivery.kind !== "delivered") {
        for (const claim of claims) claim.release(delivery.kind === "later" && delivery.arrived);
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
  const tell = (reason: LossReason, count: number) => {
    if (count > 0) parts.append(toLossEvent(reason, count, { id: parts.newId(), time: new Date(parts.now()).toISOString() }));
  };
  tell("damaged", claims.reduce((sum, { damaged }) => sum + damaged, 0));
  // Where not even a loss is taken, telling of that one would never end.
  if (groups.some(({ events }) => events.some(({ name }) => name !== "gatelodge.loss"))) tell("refused", refusedCount);
  if (refused.length > 0) parts.quarantine(refused);
  parts.keepSent(groups);
  for (const claim of claims) claim.remove();
}
