#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { passwordCost } from "./accounts/passwords.ts";
import { createAudit } from "./audit.ts";
import { backUp } from "./backUp.ts";
import { parseCollectorArguments, type CollectorArguments } from "./collectorArguments.ts";
import { openControlDatabase } from "./controlDatabase.ts";
import { fillDemo } from "./demo/fillDemo.ts";
import { createEnrolmentTokens } from "./enrolmentTokens.ts";
import type { Awaitable } from "./eventStore.ts";
import { createOidcClient } from "./oidc/oidcClient.ts";
import { readOidcSettings } from "./oidc/oidcSettings.ts";
import { openStore } from "./openStore.ts";
import { createSigningKeys } from "./policies/signingKeys.ts";
import { applyRetention } from "./retention.ts";
import { createCollector } from "./serveCollector.ts";
import { createIntake } from "./serveIntake.ts";
import { createSettings } from "./settings.ts";

const hour = 3_600_000;
const firstTokenDays = 3650;

async function start(wanted: CollectorArguments): Promise<void> {
  const { store, views, first } = await openStore(wanted);
  if (wanted.intake) return serve(await createIntake({ store, now: Date.now, ...transportOf(wanted) }), wanted, { end: () => store.close() });
  const { data, organisation: named, retentionDays, backup, demo, rootKeys, oidc: oidcFile } = wanted;
  const oidc = oidcFile === undefined ? undefined : readOidcSettings(oidcFile);
  if (demo !== undefined) {
    // Made-up machines never stand among real ones.
    if (first?.isNew !== true) throw new Error("--demo needs a folder without a database");
    await fillDemo(demo, { store, views, now: Date.now() });
  }
  const database = openControlDatabase(data);
  if (backup !== undefined) {
    backUp(data, backup);
    return store.close();
  }
  const settings = createSettings(database);
  const organisation = settings.get("organisation") ?? named ?? "organisation";
  if (named !== undefined && named !== organisation) throw new Error(`this data is of ${organisation}`);
  settings.set("organisation", organisation);
  const keys = rootKeys.length > 0 ? undefined : createSigningKeys(data, organisation, settings);
  const roots = keys === undefined ? rootKeys : [keys.rootKey()];
  const app = await createCollector({ store, views, pages: join(import.meta.dirname, "dashboard"), database, keys, roots, organisation, passwordCost, now: Date.now, ...(oidc === undefined ? {} : { oidc: { settings: oidc, client: createOidcClient(oidc, fetch) } }), ...transportOf(wanted) });
  // Killed before this is out, the next start makes others and shows those.
  const greeting = first === undefined ? {} : {
    secrets: `Shown once, and kept only as hashes:\n  administrator's token  ${first.adminToken}\n  enrolment token        ${createEnrolmentTokens(database).renewUnused("first", 1_000_000, Date.now() + firstTokenDays * 24 * hour)}\nFor the machine file: organisation ${organisation}, root key ${roots.join(", ")}\n`,
    shown: first.shown,
  };
  const retain = () => void applyRetention({ store, audit: createAudit(database), now: Date.now, days: retentionDays }).catch((error: unknown) => process.stderr.write(`gatelodge collector: old events could not be taken away (${(error as NodeJS.ErrnoException).code ?? "unknown"})\n`));
  const timer = setInterval(retain, hour);
  await serve(app, wanted, {
    ...greeting,
    end: async () => {
      clearInterval(timer);
      await store.close();
      database.close();
    },
  });
  retain();
}

const transportOf = ({ behindProxy, tls }: CollectorArguments) => ({ behindProxy, ...(tls === undefined ? {} : { tls: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } }) });

/** Answers until it is told to stop; what is under way is finished then. */
async function serve(app: FastifyInstance, { host, port }: CollectorArguments, { secrets = "", shown = () => {}, end }: { readonly secrets?: string; readonly shown?: () => Awaitable<void>; readonly end: () => Awaitable<void> }): Promise<void> {
  const address = await app.listen({ host, port });
  process.stdout.write(`Gatelodge collector: ${address}\n${secrets}`, () => void shown());
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.close().then(end).then(() => process.exit(0)));
}

function fail(message: string): never {
  process.stderr.write(`gatelodge collector: ${message}\n`);
  process.exit(2);
}

const reasonOf = ({ code, message }: NodeJS.ErrnoException) => (code === "EADDRINUSE" ? "the port is taken" : `cannot start (${code ?? message})`);

const parsed = parseCollectorArguments(process.argv.slice(2), process.cwd());
if ("error" in parsed) fail(parsed.error);
else start(parsed).catch((error: unknown) => fail(reasonOf(error as NodeJS.ErrnoException)));
