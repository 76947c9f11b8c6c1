/** The collector's routes on a folder of their own, without a port, with a clock of the test's. */
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { Access } from "../../src/collector/access.ts";
import { totpAt } from "../../src/collector/accounts/totp.ts";
import { openControlDatabase } from "../../src/collector/controlDatabase.ts";
import { createEnrolmentTokens } from "../../src/collector/enrolmentTokens.ts";
import { createSigningKeys } from "../../src/collector/policies/signingKeys.ts";
import { createCollector, type CollectorParts } from "../../src/collector/serveCollector.ts";
import { createSettings } from "../../src/collector/settings.ts";
import { openSqliteStore } from "../../src/collector/sqliteStore.ts";
import { enrol } from "../../src/node/reporting/enrol.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

export const password = "correct horse battery";
const host = { os: "linux", arch: "x64", guardVersion: "0.1.0" };

interface Answer { readonly status: number; readonly body: Record<string, unknown>; readonly text: string; readonly headers: Readonly<Record<string, unknown>> }
export type Ask = (method: "GET" | "POST" | "DELETE", url: string, body?: object, headers?: Readonly<Record<string, string>>) => Promise<Answer>;

export async function openCollector(context: TestContext, { signedBy, ...more }: { readonly signedBy?: readonly string[] } & Pick<CollectorParts, "oidc"> = {}) {
  const folder = temporaryFolder(context);
  // A machine signs its enrolment with the time that it is.
  const start = Date.now();
  const clock = { time: start };
  const { store, views, first } = openSqliteStore(folder);
  const database = openControlDatabase(folder);
  const keys = createSigningKeys(folder, "northwind", createSettings(database));
  const routes = new Map<string, Access>();
  const app = await createCollector({ store, views, pages: join(import.meta.dirname, "../../dist/dashboard"), database, keys: signedBy === undefined ? keys : undefined, roots: signedBy ?? [keys.rootKey()], organisation: "northwind", behindProxy: false, passwordCost: { N: 1024, r: 8, p: 1 }, now: () => clock.time, ...more, onRoute: (route, access) => void routes.set(route, access) });
  await app.ready();
  context.after(async () => {
    await app.close();
    store.close();
    database.close();
  });
  const ask: Ask = async (method, url, body, headers = {}) => {
    const answer = await app.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
    const isJson = String(answer.headers["content-type"]).startsWith("application/json");
    return { status: answer.statusCode, text: answer.body, body: isJson ? (answer.json() as Record<string, unknown>) : {}, headers: answer.headers };
  };
  const secrets = new Map<string, string>();
  const keepSecret = (name: string, { body }: Answer) => void secrets.set(name, new URL(String(body["totp"])).searchParams.get("secret") ?? "");
  // Each code counts once: a moment later there is another.
  const codeOf = (name: string) => {
    clock.time += 60_000;
    return totpAt(secrets.get(name) ?? "", Math.floor(clock.time / 30_000));
  };
  const signIn = async (name: string): Promise<Ask> => {
    const { headers } = await ask("POST", "/api/session", { name, password, code: codeOf(name) });
    const cookie = String(headers["set-cookie"]).split(";")[0] ?? "";
    return (method, url, body, more = {}) => ask(method, url, body, { cookie, "x-gatelodge": "1", ...more });
  };
  const owner = async (): Promise<Ask> => {
    keepSecret("ada", await ask("POST", "/api/setup", { token: first?.adminToken, name: "ada", password }));
    return signIn("ada");
  };
  const person = async (by: Ask, name: string, ...roles: readonly string[]): Promise<Ask> => {
    keepSecret(name, await by("POST", "/api/accounts", { name, password, roles }));
    return signIn(name);
  };
  const enrolmentToken = createEnrolmentTokens(database).issue("test", 100, start * 2).token;
  // The client's own code, as it asks over the network.
  const inject = (async (address: string, init: RequestInit) => {
    const answer = await app.inject({ method: "POST", url: new URL(address).pathname, headers: init.headers as Record<string, string>, payload: init.body as string });
    return new Response(answer.body, { status: answer.statusCode });
  }) as typeof fetch;
  const device = async (privateKey?: string) => {
    const answer = await enrol({ endpoint: "http://collector", token: enrolmentToken, host, fetch: inject, ...(privateKey === undefined ? {} : { privateKey }) });
    return answer.kind === "enrolled" ? answer.device : undefined;
  };
  return { app, ask, clock, database, device, enrolmentToken, first, folder, keys, owner, person, routes, signIn, codeOf, store };
}
