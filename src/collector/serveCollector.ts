import type { DatabaseSync } from "node:sqlite";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import { bearerOf, registerAccess, type Access, type Person } from "./access.ts";
import { cookieOf, registerAccountRoutes } from "./accounts/accountRoutes.ts";
import { createAccounts } from "./accounts/accounts.ts";
import type { PasswordCost } from "./accounts/passwords.ts";
import { registerAdminRoutes } from "./adminRoutes.ts";
import { createAudit } from "./audit.ts";
import { registerOtherSignals } from "./otherSignals.ts";
import { registerDeviceRoutes } from "./deviceRoutes.ts";
import { createEnrolmentTokens } from "./enrolmentTokens.ts";
import type { EventStore } from "./eventStore.ts";
import { createExceptionBook } from "./exceptions/exceptionBook.ts";
import { registerExceptionRoutes } from "./exceptions/exceptionRoutes.ts";
import { registerExportRoutes } from "./exportRoutes.ts";
import { registerMetrics } from "./metricsRoutes.ts";
import { registerPageRoutes } from "./pageRoutes.ts";
import { createPolicyBook } from "./policies/policyBook.ts";
import { registerPolicyRoutes } from "./policies/policyRoutes.ts";
import { createPolicyServing, documentOf } from "./policies/policyServing.ts";
import type { SigningKeys } from "./policies/signingKeys.ts";
import { longest, registerBodies } from "./requestBody.ts";
import { registerViewRoutes } from "./viewRoutes.ts";
import type { Views } from "./views/views.ts";

export interface CollectorParts {
  readonly store: EventStore;
  readonly views: Views;
  /** Folder of the dashboard's built files. */
  readonly pages: string;
  /** Accounts, policies, audit: see `controlDatabase`. */
  readonly database: DatabaseSync;
  readonly keys: SigningKeys;
  readonly organisation: string;
  readonly passwordCost: PasswordCost;
  readonly now: () => number;
  /** Behind a proxy that does TLS, whose headers say who asks. */
  readonly behindProxy: boolean;
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** Hears of each route, as `GET /health`. */
  readonly onRoute?: (route: string, access: Access) => void;
}

// What a client itself wrote into the header stands before what the proxy adds.
const nearestProxy = (_: string, hop: number) => hop === 0;

/** The routes of the collector. Whoever asks is known by the token or the session, never by what the body says. */
export async function createCollector(parts: CollectorParts): Promise<FastifyInstance> {
  const { store, views, pages, database, keys, organisation, passwordCost, now, behindProxy, tls, onRoute } = parts;
  const secure = behindProxy || tls !== undefined;
  const [audit, accounts, tokens, book] = [createAudit(database), createAccounts(database, passwordCost, now), createEnrolmentTokens(database), createPolicyBook(database)];
  const exceptions = createExceptionBook(database);
  const serving = createPolicyServing({ database, organisation, book, keys, granted: exceptions.granted });
  const revoked = database.prepare("SELECT 1 FROM revokedDevices WHERE id = ?");
  const allRevoked = database.prepare("SELECT id FROM revokedDevices");
  const isRevoked = (id: string) => revoked.get(id) !== undefined;
  const personOf = createPersonOf(store, accounts.personOf, cookieOf(secure).read);
  const app = Fastify({ bodyLimit: longest.packed, requestTimeout: 30_000, logger: false, trustProxy: behindProxy ? nearestProxy : false, ...(tls === undefined ? {} : { https: tls }) });
  registerBodies(app);
  answerErrors(app);
  const admitted = (token: string) => {
    const device = store.deviceOf(token);
    return device === undefined || isRevoked(device.id) ? undefined : device;
  };
  const erase = (device: string) => {
    exceptions.erase(device);
    return store.erase(device);
  };
  registerAccess(app, { deviceOf: admitted, personOf, ...(onRoute === undefined ? {} : { onRoute }) });
  await app.register(rateLimit, { max: 600, timeWindow: 60_000, keyGenerator: (request) => (request.routeOptions.config.access === "device" ? bearerOf(request) : request.ip) });
  await app.register(async (scope) => {
    const { accepted } = registerMetrics(scope, store);
    scope.get("/health", { config: { access: "everybody" } }, () => ({ ok: true }));
    registerDeviceRoutes(scope, { store, tokens, isRevoked, policy: serving.current, accepted, now });
    registerOtherSignals(scope);
    registerAccountRoutes(scope, { accounts, audit, isSetupToken: store.isAdmin, personOf, secure, now });
    registerPolicyRoutes(scope, { book, serving, keys, audit, accounts, now });
    registerExceptionRoutes(scope, { book: exceptions, serving, audit, now, permits: () => Object.values(book.inForce()).map(({ yaml }) => documentOf(yaml).permit?.asking) });
    registerExportRoutes(scope, { store, audit, now });
    registerViewRoutes(scope, { views, policy: () => book.inForce().published?.yaml ?? "", asOf: () => ({ now: now(), revoked: allRevoked.all().map(({ id }) => String(id)) }) });
    registerPageRoutes(scope, pages);
    registerAdminRoutes(scope, { database, erase, audit, tokens, now, machineFile: () => ({ organisation: { id: organisation, rootKeys: [keys.rootKey()] } }) });
  });
  return app;
}

/** The token of the first start may look, by scripts, and set up the first account; it changes nothing else. */
const createPersonOf = (store: Pick<EventStore, "isAdmin">, ofSession: (token: string) => Person | undefined, cookie: (request: FastifyRequest) => string) => (request: FastifyRequest): Person | undefined => {
  const token = bearerOf(request);
  if (token !== "") return store.isAdmin(token) ? { name: "first token", roles: ["viewer"], byToken: true } : undefined;
  return ofSession(cookie(request));
};

/** What went wrong inside is nobody's business, and may pass: a sender tries 503 again. */
function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, _, reply) => {
    const { statusCode = 503 } = error as { readonly statusCode?: number };
    return reply.code(statusCode === 500 ? 503 : statusCode).send({ message: statusCode === 429 ? "too many requests" : statusCode < 500 ? "the request cannot be taken" : "not now" });
  });
}

