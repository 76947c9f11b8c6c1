import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import type { Audit } from "./audit.ts";
import type { EventStore } from "./eventStore.ts";
import { csvHeader, toCsvLine } from "./exports/csv.ts";
import { toOcsf } from "./exports/ocsf.ts";
import { withhold, type ShownEvent } from "./withheld.ts";

const formats = {
  ndjson: { type: "application/x-ndjson", first: "", line: (event: ShownEvent) => `${JSON.stringify(event)}\n` },
  csv: { type: "text/csv", first: csvHeader, line: toCsvLine },
  "ocsf.ndjson": { type: "application/x-ndjson", first: "", line: (event: ShownEvent) => `${JSON.stringify(toOcsf(event))}\n` },
} as const;

export interface ExportRoutesParts {
  readonly store: Pick<EventStore, "each">;
  readonly audit: Audit;
  readonly now: () => number;
}

/** Every event that is kept, `?since=` and `?until=` in ISO 8601, as a stream. */
export function registerExportRoutes(app: FastifyInstance, { store, audit, now }: ExportRoutesParts): void {
  for (const [ending, { type, first, line }] of Object.entries(formats)) {
    app.get(`/api/export.${ending}`, { config: { access: "viewer" } }, (request, reply) => {
      const { since = "", until = "" } = request.query as { readonly since?: string; readonly until?: string };
      const range = { since: since === "" ? 0 : Date.parse(since), until: until === "" ? Number.MAX_SAFE_INTEGER : Date.parse(until) };
      if (Number.isNaN(range.since) || Number.isNaN(range.until)) return reply.code(400).send({ message: "since and until are dates" });
      audit.append({ at: now(), who: request.person.name, what: "export", detail: ending });
      const lines = async function* () {
        yield first;
        for await (const event of store.each(range.since, range.until)) yield line(withhold(event));
      };
      return reply.type(`${type}; charset=utf-8`).header("content-disposition", `attachment; filename="gatelodge-events.${ending}"`).send(Readable.from(lines(), { objectMode: false }));
    });
  }
}
