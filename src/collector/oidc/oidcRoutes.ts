import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { SignInTrouble } from "../../core/dashboard/administration.ts";
import { cookieOf, fewTries } from "../accounts/accountRoutes.ts";
import type { Accounts } from "../accounts/accounts.ts";
import type { Audit } from "../audit.ts";
import { callbackPath, type OidcClient } from "./oidcClient.ts";
import { toOidcPerson } from "./oidcPerson.ts";
import type { OidcSettings } from "./oidcSettings.ts";
import { tryMinutes, type SignInTries } from "./signInTries.ts";

export interface OidcRoutesParts {
  readonly settings: OidcSettings;
  readonly client: OidcClient;
  readonly tries: SignInTries;
  readonly accounts: Accounts;
  readonly audit: Audit;
  readonly secure: boolean;
  readonly now: () => number;
}

/** Signing in at the organisation's own provider. Whoever comes back without having begun in the same browser is sent away. */
export function registerOidcRoutes(app: FastifyInstance, parts: OidcRoutesParts): void {
  const { client, tries, secure } = parts;
  const cookie = cookieOf(secure, "sign-in");
  app.get("/api/oidc/start", { config: { access: "everybody", rateLimit: fewTries } }, async (_, reply) => {
    if (parts.accounts.isEmpty()) return away(reply, "failed");
    try {
      const { address, checks } = await client.begin();
      // Lax: the provider's page leads back here.
      return await reply.header("set-cookie", `${cookie.name}=${tries.begin(checks)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${tryMinutes * 60}${secure ? "; Secure" : ""}`).redirect(address.href, 303);
    } catch {
      return away(reply, "unreachable");
    }
  });
  app.get(callbackPath, { config: { access: "everybody", rateLimit: fewTries } }, async (request, reply) => {
    const outcome = await finish(request, cookie.read(request), parts);
    void reply.header("set-cookie", `${cookie.name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? "; Secure" : ""}`);
    parts.audit.append({ at: parts.now(), who: "name" in outcome ? outcome.name : "somebody", what: "token" in outcome ? "session.begin" : "session.refused", detail: "by OpenID Connect" });
    return "token" in outcome ? reply.header("set-cookie", cookieOf(secure).toHeader(outcome.token)).redirect("/", 303) : away(reply, outcome.trouble);
  });
}

type Outcome = { readonly token: string; readonly name: string } | { readonly trouble: SignInTrouble };

async function finish(request: FastifyRequest, tryToken: string, { settings, client, tries, accounts }: OidcRoutesParts): Promise<Outcome> {
  const checks = tryToken === "" ? undefined : tries.take(tryToken);
  if (checks === undefined) return { trouble: "failed" };
  // What was asked for, at the address that the provider knows, whatever a header says.
  const claims = await client.finish(new URL(request.url, settings.publicUrl), checks).catch(() => undefined);
  const person = claims === undefined ? undefined : toOidcPerson(claims, settings);
  if (person === undefined) return { trouble: "failed" };
  if (person.roles.length === 0) {
    accounts.endOf(person.subject);
    return { trouble: "noRole" };
  }
  return accounts.signInFrom(person.subject, person.name, person.roles) ?? { trouble: "nameTaken" };
}

const away = (reply: FastifyReply, trouble: SignInTrouble) => reply.redirect(`/?sign-in=${trouble}`, 303);
