import type { DatabaseSync } from "node:sqlite";
import type { FastifyInstance } from "fastify";
import type { Access } from "./access.ts";
import { cookieOf, registerAccountRoutes } from "./accounts/accountRoutes.ts";
import { createAccounts } from "./accounts/accounts.ts";
import type { PasswordCost } from "./accounts/passwords.ts";
import { registerAdminRoutes } from "./adminRoutes.ts";
import { createAudit } from "./audit.ts";
import { createApp, createPersonOf } from "./createApp.ts";
import { registerEnrolment, registerLogs } from "./deviceRoutes.ts";
import { registerOtherSignals } from "./otherSignals.ts";
import { createEnrolmentTokens } from "./enrolmentTokens.ts";
import type { EventStore } from "./eventStore.ts";
import { createExceptionBook } from "./exceptions/exceptionBook.ts";
import { registerExceptionRoutes } from "./exceptions/exceptionRoutes.ts";
import { registerExportRoutes } from "./exportRoutes.ts";
import { createIdentityBook } from "./identities/identityBook.ts";
import { registerIdentityRoutes } from "./identities/identityRoutes.ts";
import { registerMetrics } from "./metricsRoutes.ts";
import type { OidcClient } from "./oidc/oidcClient.ts";
import { registerOidcRoutes } from "./oidc/oidcRoutes.ts";
import type { OidcSettings } from "./oidc/oidcSettings.ts";
import { createSignInTries } from "./oidc/signInTries.ts";
import { registerPageRoutes } from "./pageRoutes.ts";
import { createPolicyBook } from "./policies/policyBook.ts";
import { registerPolicyRoutes } from "./policies/policyRoutes.ts";
import { createPolicyProgress } from "./policies/policyProgress.ts";
import { createPolicyServing, documentOf } from "./policies/policyServing.ts";
import { createSignedElsewhere, createSignedServing } from "./policies/signedElsewhere.ts";
import type { SigningKeys } from "./policies/signingKeys.ts";
import { createSettings } from "./settings.ts";
import { registerViewRoutes } from "./viewRoutes.ts";
import type { Views } from "./views/views.ts";

export interface CollectorParts {
  readonly store: EventStore;
  readonly views: Views;
  /** Folder of the dashboard's built files. */
  readonly pages: string;
  /** Accounts, policies, audit: see `controlDatabase`. */
  readonly database: DatabaseSync;
  /** `undefined`: policies are signed elsewhere. */
  readonly keys: SigningKeys | undefined;
  /** By which machines know what is the organisation's. */
  readonly roots: readonly string[];
  readonly organisation: string;
  readonly passwordCost: PasswordCost;
  readonly now: () => number;
  /** Behind a proxy that does TLS, whose headers say who asks. */
  readonly behindProxy: boolean;
  /** Where else people may sign in. */
  readonly oidc?: { readonly settings: OidcSettings; readonly client: OidcClient };
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  /** Hears of each route, as `GET /health`. */
  readonly onRoute?: (route: string, access: Access) => void;
}

/** The routes of the collector. Whoever asks is known by the token or the session, never by what the body says. */
export async function createCollector(parts: CollectorParts): Promise<FastifyInstance> {
  const { store, views, pages, database, keys, roots, organisation, passwordCost, now, behindProxy, tls, oidc, onRoute } = parts;
  const secure = behindProxy || tls !== undefined;
  const [audit, accounts, tokens, book] = [createAudit(database), createAccounts(database, passwordCost, now), createEnrolmentTokens(database), createPolicyBook(database)];
  const exceptions = createExceptionBook(database);
  const serving = keys === undefined ? createSignedServing(book) : createPolicyServing({ database, organisation, book, keys, granted: exceptions.granted });
  const elsewhere = keys === undefined ? createSignedElsewhere({ organisation, roots, settings: createSettings(database) }) : undefined;
  const revoked = database.prepare("SELECT 1 FROM revokedDevices WHERE id = ?");
  const allRevoked = database.prepare("SELECT id FROM revokedDevices");
  const isRevoked = (id: string) => revoked.get(id) !== undefined;
  const personOf = createPersonOf(store, (request) => accounts.personOf(cookieOf(secure).read(request)));
  const admitted = async (token: string) => {
    const device = await store.deviceOf(token);
    return device === undefined || isRevoked(device.id) ? undefined : device;
  };
  const erase = (device: string) => {
    exceptions.erase(device);
    // What it was granted goes from the policy, too.
    if (keys !== undefined) serving.renew(now());
    return store.erase(device);
  };
  const app = await createApp({ behindProxy, ...(tls === undefined ? {} : { tls }), deviceOf: admitted, personOf, ...(onRoute === undefined ? {} : { onRoute }) });
  await app.register(async (scope) => {
    const { accepted } = registerMetrics(scope, store);
    scope.get("/health", { config: { access: "everybody" } }, () => ({ ok: true }));
    registerLogs(scope, { store, accepted, now });
    registerOtherSignals(scope);
    registerEnrolment(scope, { store, tokens, isRevoked, policy: serving.current, now });
    registerAccountRoutes(scope, { accounts, audit, isSetupToken: store.isAdmin, personOf, secure, elsewhere: oidc !== undefined, now });
    if (oidc !== undefined) registerOidcRoutes(scope, { ...oidc, tries: createSignInTries(database, now), accounts, audit, secure, now });
    registerPolicyRoutes(scope, { book, serving, keys, elsewhere, audit, accounts, now, progress: createPolicyProgress(database), machines: async () => ({ enrolled: await store.devices(), revoked: allRevoked.all().map(({ id }) => String(id)) }) });
    // What is approved stands in the signed policy, which only whoever has the key can make.
    registerExceptionRoutes(scope, { book: exceptions, serving, audit, now, permits: () => (keys === undefined ? [] : Object.values(book.inForce()).map(({ yaml }) => documentOf(yaml).permit?.asking)) });
    registerIdentityRoutes(scope, { book: createIdentityBook(database), store, deviceOfException: exceptions.deviceOf, audit, now });
    registerExportRoutes(scope, { store, audit, now });
    registerViewRoutes(scope, { views, policy: () => book.inForce().published?.yaml ?? "", asOf: () => ({ now: now(), revoked: allRevoked.all().map(({ id }) => String(id)) }) });
    registerPageRoutes(scope, pages);
    registerAdminRoutes(scope, { database, store, erase, audit, tokens, now, machineFile: () => ({ organisation: { id: organisation, rootKeys: roots } }) });
  });
  return app;
}
