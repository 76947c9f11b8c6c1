#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { passwordCost } from "./accounts/passwords.ts";
import { createAudit } from "./audit.ts";
import { backUp } from "./backUp.ts";
import { parseCollectorArguments, type CollectorArguments } from "./collectorArguments.ts";
import { openControlDatabase } from "./controlDatabase.ts";
import { fillDemo } from "./demo/fillDemo.ts";
import { createEnrolmentTokens } from "./enrolmentTokens.ts";
import { createOidcClient } from "./oidc/oidcClient.ts";
import { readOidcSettings } from "./oidc/oidcSettings.ts";
import { createSigningKeys } from "./policies/signingKeys.ts";
import { applyRetention } from "./retention.ts";
import { createCollector } from "./serveCollector.ts";
import { createSettings } from "./settings.ts";
import { openSqliteStore } from "./sqliteStore.ts";

const hour = 3_600_000;
const firstTokenDays = 3650;

async function start({ host, port, data, organisation: named, retentionDays, behindProxy, tls, oidc: oidcFile, backup, demo }: CollectorArguments): Promise<void> {
  const oidc = oidcFile === undefined ? undefined : readOidcSettings(oidcFile);
  const { store, views, first } = openSqliteStore(data);
  if (demo !== undefined) {
    // Made-up machines never stand among real ones.
    if (first?.isNew !== true) throw new Error("--demo needs a folder without a database");
    fillDemo(demo, { store, views, now: Date.now() });
  }
  const database = openControlDatabase(data);
  if (backup !== undefined) return backUp(data, backup);
  const settings = createSettings(database);
  const organisation = settings.get("organisation") ?? named ?? "organisation";
  if (named !== undefined && named !== organisation) throw new Error(`this data is of ${organisation}`);
  settings.set("organisation", organisation);
  const keys = createSigningKeys(data, organisation, settings);
  const app = await createCollector({ store, views, pages: join(import.meta.dirname, "dashboard"), database, keys, organisation, behindProxy, passwordCost, now: Date.now, ...(oidc === undefined ? {} : { oidc: { settings: oidc, client: createOidcClient(oidc, fetch) } }), ...(tls === undefined ? {} : { tls: { cert: readFileSync(tls.cert), key: readFileSync(tls.key) } }) });
  const address = await app.listen({ host, port });
  const greeting = `Gatelodge collector: ${address}\n`;
  if (first === undefined) process.stdout.write(greeting);
  else {
    const token = createEnrolmentTokens(database).renewUnused("first", 1_000_000, Date.now() + firstTokenDays * 24 * hour);
    // Killed before this is out, the next start makes others and shows those.
    process.stdout.write(`${greeting}Shown once, and kept only as hashes:\n  administrator's token  ${first.adminToken}\n  enrolment token        ${token}\nFor the machine file: organisation ${organisation}, root key ${keys.rootKey()}\n`, () => first.shown());
  }
  const retain = () => void applyRetention({ store, audit: createAudit(database), now: Date.now, days: retentionDays }).catch((error: unknown) => process.stderr.write(`gatelodge collector: old events could not be taken away (${(error as NodeJS.ErrnoException).code ?? "unknown"})\n`));
  retain();
  const timer = setInterval(retain, hour);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void app.close().then(() => {
    clearInterval(timer);
    store.close();
    database.close();
    process.exit(0);
  }));
}

function fail(message: string): never {
  process.stderr.write(`gatelodge collector: ${message}\n`);
  process.exit(2);
}

const reasonOf = ({ code, message }: NodeJS.ErrnoException) => (code === "EADDRINUSE" ? "the port is taken" : `cannot start (${code ?? message})`);

const parsed = parseCollectorArguments(process.argv.slice(2), process.cwd());
if ("error" in parsed) fail(parsed.error);
else start(parsed).catch((error: unknown) => fail(reasonOf(error as NodeJS.ErrnoException)));
