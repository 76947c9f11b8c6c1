import type { FastifyInstance, FastifyRequest } from "fastify";
import { readEventFilter } from "../core/dashboard/eventFilter.ts";
import { deviceStates } from "../core/dashboard/views.ts";
import type { AsOf } from "./views/deviceState.ts";
import type { Views } from "./views/views.ts";

export interface ViewParts {
  readonly views: Views;
  /** The text of the published policy; empty: none was. */
  readonly policy: () => string;
  readonly asOf: () => AsOf;
}

type Query = Readonly<Record<string, unknown>>;
const longestList = 100_000;

/** The routes that the dashboard reads from, and the one that counts the machines there should be. */
export function registerViewRoutes(app: FastifyInstance, { views, policy, asOf }: ViewParts): void {
  const now = () => asOf().now;
  const read = (url: `/api/${string}`, answer: (request: FastifyRequest) => unknown) => app.get(url, { config: { access: "viewer" } }, async (request, reply) => {
    const found = await answer(request);
    return found === undefined ? reply.code(404).send({ message: "there is none" }) : reply.header("cache-control", "no-store").send(found);
  });
  read("/api/notice", () => views.notice());
  read("/api/overview", () => views.overview(asOf()));
  read("/api/ai", () => views.ai(policy(), now()));
  read("/api/events", ({ query }) => views.events(readEventFilter(query as Query), now()));
  read("/api/devices", ({ query }) => {
    const { state, id, page } = query as Query;
    const known = deviceStates.find((each) => each === state);
    return views.devices.list({ ...(known === undefined ? {} : { state: known }), ...(typeof id === "string" ? { id: id.slice(0, 64) } : {}), page: typeof page === "string" && /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1 }, asOf());
  });
  read("/api/devices/:id", ({ params }) => views.devices.one(String((params as Query)["id"]), asOf()));
  app.post("/api/policies/preview", { config: { access: "viewer" } }, async (request, reply) => {
    const { current, yaml } = (request.body ?? {}) as { readonly current?: unknown; readonly yaml?: unknown };
    const preview = typeof current === "string" && typeof yaml === "string" ? await views.preview(current, yaml, now()) : undefined;
    return preview ?? reply.code(422).send({ message: "it is no policy" });
  });
  app.post("/api/expected", { config: { access: "operator" } }, async (request, reply) => {
    const { list } = (request.body ?? {}) as { readonly list?: unknown };
    if (typeof list !== "string" || list.split("\n").length > longestList) return reply.code(400).send({ message: "a list of machines, one a line" });
    return views.importExpected(list, now());
  });
}
