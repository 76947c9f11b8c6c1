import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { bearerOf, registerAccess, type AccessParts, type Person } from "./access.ts";
import type { EventStore } from "./eventStore.ts";
import { longest, registerBodies } from "./requestBody.ts";

export interface AppParts extends AccessParts {
  /** Behind a proxy that does TLS, whose headers say who asks. */
  readonly behindProxy: boolean;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
}

// What a client itself wrote into the header stands before what the proxy adds.
const nearestProxy = (_: string, hop: number) => hop === 0;

/** What every collector does before a route is asked: limits of size, time and number, and who may. */
export async function createApp({ behindProxy, tls, ...access }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({ bodyLimit: longest.packed, requestTimeout: 30_000, logger: false, trustProxy: behindProxy ? nearestProxy : false, ...(tls === undefined ? {} : { https: tls }) });
  registerBodies(app);
  answerErrors(app);
  registerAccess(app, access);
  await app.register(rateLimit, { max: 600, timeWindow: 60_000, keyGenerator: (request) => (request.routeOptions.config.access === "device" ? bearerOf(request) : request.ip) });
  return app;
}

/** What went wrong inside is nobody's business, and may pass: a sender tries 503 again. */
function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, _, reply) => {
    const { statusCode = 503 } = error as { readonly statusCode?: number };
    return reply.code(statusCode === 500 ? 503 : statusCode).send({ message: statusCode === 429 ? "too many requests" : statusCode < 500 ? "the request cannot be taken" : "not now" });
  });
}

/** The token of the first start may look, by scripts, and set up the first account; it changes nothing else. */
export const createPersonOf = (store: Pick<EventStore, "isAdmin">, ofSession: (request: FastifyRequest) => Person | undefined) => async (request: FastifyRequest): Promise<Person | undefined> => {
  const token = bearerOf(request);
  if (token !== "") return (await store.isAdmin(token)) ? { name: "first token", roles: ["viewer"], byToken: true } : undefined;
  return ofSession(request);
};
