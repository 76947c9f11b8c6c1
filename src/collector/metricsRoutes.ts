import type { FastifyInstance } from "fastify";
import type { EventStore } from "./eventStore.ts";


/** Prometheus' text form, version 0.0.4: numbers of requests by route and status, of machines, and of events since the start. No names of either. */
export function registerMetrics(app: FastifyInstance, store: Pick<EventStore, "devices">): { readonly accepted: (events: number) => void } {
  const requests = new Map<string, number>();
  const state = { events: 0 };
  app.addHook("onResponse", async ({ method, routeOptions }, { statusCode }) => {
    const key = `method="${method}",route="${routeOptions.url ?? "none"}",status="${statusCode}"`;
    requests.set(key, (requests.get(key) ?? 0) + 1);
  });
  app.get("/metrics", { config: { access: "viewer" } }, async (_, reply) => {
    return reply.type("text/plain; version=0.0.4").send([
      "# TYPE gatelodge_requests_total counter", ...[...requests].map(([labels, count]) => `gatelodge_requests_total{${labels}} ${count}`),
      "# TYPE gatelodge_devices gauge", `gatelodge_devices ${await store.devices()}`, "# TYPE gatelodge_events_total counter", `gatelodge_events_total ${state.events}`, "",
    ].join("\n"));
  });
  return { accepted: (events) => { state.events += events; } };
}
