import type { FastifyInstance } from "fastify";
import { createApp, createPersonOf, type AppParts } from "./createApp.ts";
import { registerOtherSignals } from "./otherSignals.ts";
import { registerLogs } from "./deviceRoutes.ts";
import type { EventStore } from "./eventStore.ts";
import { registerMetrics } from "./metricsRoutes.ts";

export interface IntakeParts extends Pick<AppParts, "behindProxy" | "tls" | "onRoute"> {
  readonly store: EventStore;
  readonly now: () => number;
}

/**
 * A collector without a folder of its own: it takes what machines report into the database that it shares, as many of it side by
 * side as are needed. Enrolment, policies and pages are asked of the one collector that has them.
 */
export async function createIntake({ store, now, ...parts }: IntakeParts): Promise<FastifyInstance> {
  const app = await createApp({ ...parts, deviceOf: store.deviceOf, personOf: createPersonOf(store, () => undefined) });
  await app.register(async (scope) => {
    const { accepted } = registerMetrics(scope, store);
    scope.get("/health", { config: { access: "everybody" } }, () => ({ ok: true }));
    registerLogs(scope, { store, accepted, now });
    registerOtherSignals(scope);
  });
  return app;
}
