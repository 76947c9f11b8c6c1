import { randomUUID } from "node:crypto";
import type { EventStore } from "../eventStore.ts";
import { newToken } from "../tokens.ts";
import type { Views } from "../views/views.ts";
import { createDemoEvents } from "./demoEvents.ts";
import { createRandom } from "./random.ts";

interface DemoParts {
  readonly store: Pick<EventStore, "enrol" | "append">;
  readonly views: Pick<Views, "asDemo">;
  readonly now: number;
}

/** Fills a new database with made-up machines, by the way real ones take, and marks it for good: every page says so. */
export function fillDemo(devices: number, { store, views, now }: DemoParts): Promise<void> {
  return views.asDemo(async () => {
    for (let index = 0; index < devices; index += 1) {
      const events = createDemoEvents(createRandom(index + 1), now);
      const device = await store.enrol({ id: randomUUID(), token: newToken(), publicKey: newToken() }, events[0]?.time ?? now - index);
      if (events.length > 0) await store.append(device, events, Math.max(...events.map(({ time }) => time)));
    }
  });
}
