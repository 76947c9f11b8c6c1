import type { UsageEvent } from "../core/events/usageEvent.ts";
import type { Channel, Effect } from "../core/request.ts";

type Counts = Record<Effect | "none", number>;
const hourMilliseconds = 3_600_000;

export interface UsageCounter {
  readonly count: (assistant: string, channel: Channel, effect: Effect | "none") => void;
  /** Writes what was counted so far; called when the hour turns and at the end. */
  readonly flush: () => void;
  /** Writes what was counted in an hour that is over: where nobody asks any more, no next question does. */
  readonly flushPast: () => void;
}

/** Counts decisions by hour, assistant and channel in memory, and emits one event each when the hour is over. */
export function createUsageCounter(now: () => number, newId: () => string, emit: (event: UsageEvent) => void): UsageCounter {
  const counts = new Map<string, { readonly assistant: string; readonly channel: Channel; readonly counts: Counts }>();
  const state = { hour: 0 };
  const flush = () => {
    for (const { assistant, channel, counts: effects } of counts.values()) emit(toUsageEvent(newId(), state.hour, assistant, channel, effects));
    counts.clear();
  };
  return {
    flush,
    flushPast: () => {
      if (Math.floor(now() / hourMilliseconds) !== state.hour) flush();
    },
    count: (assistant, channel, effect) => {
      const hour = Math.floor(now() / hourMilliseconds);
      if (hour !== state.hour) flush();
      state.hour = hour;
      const key = `${assistant} ${channel}`;
      const entry = counts.get(key) ?? { assistant, channel, counts: { allow: 0, warn: 0, redact: 0, ask: 0, block: 0, none: 0 } };
      entry.counts[effect] += 1;
      counts.set(key, entry);
    },
  };
}

function toUsageEvent(id: string, hour: number, assistant: string, channel: Channel, counts: Counts): UsageEvent {
  return {
    name: "gatelodge.usage.hourly",
    time: new Date(hour * hourMilliseconds).toISOString(),
    attributes: {
      "gatelodge.event.id": id, "gatelodge.assistant.id": assistant, "gatelodge.channel": channel,
      "gatelodge.usage.allow": counts.allow, "gatelodge.usage.warn": counts.warn, "gatelodge.usage.redact": counts.redact,
      "gatelodge.usage.ask": counts.ask, "gatelodge.usage.block": counts.block, "gatelodge.usage.none": counts.none,
    },
  };
}
