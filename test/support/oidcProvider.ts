/** A real OpenID provider on this machine that signs everybody in as whom the test says, and a browser's way through it. */
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { TestContext } from "node:test";
import { Provider } from "oidc-provider";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const key = { ...pair.privateKey.export({ format: "jwk" }), kid: "one", alg: "ES256", use: "sig" };

export const clientId = "gatelodge";
// For a provider that lives as long as the test.
export const clientSecret = "x".repeat(40);

export interface Somebody { readonly sub: string; readonly [claim: string]: unknown }

export async function startProvider(context: TestContext, redirectUri: string) {
  const who: { claims: Somebody } = { claims: { sub: "1", email: "jo@northwind.example", email_verified: true, groups: ["reviewers"] } };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri], id_token_signed_response_alg: "ES256" }, { client_id: "another", client_secret: clientSecret, redirect_uris: [redirectUri], id_token_signed_response_alg: "ES256" }],
    jwks: { keys: [key] }, cookies: { keys: ["a", "b"] }, claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["groups"] }, conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } }, pkce: { required: () => true },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => who.claims }),
    interactions: { url: (_: unknown, { uid }: { readonly uid: string }) => `/interaction/${uid}` },
    loadExistingGrant: async (ctx: { readonly oidc: { readonly client: { readonly clientId: string }; readonly session: { readonly accountId: string } } }) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
  });
  const callback = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") === true) void provider.interactionFinished(request, response, { login: { accountId: who.claims.sub } });
    else callback(request, response);
  });
  context.after(() => new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  }));
  return { issuer, who };
}

/** Follows the provider's pages as a browser does, to the address it leads back to. */
export async function throughProvider(address: string, back: string): Promise<string> {
  const cookies = new Map<string, string>();
  const go = async (url: string): Promise<string> => {
    if (url.startsWith(back)) return url;
    const answer = await fetch(url, { redirect: "manual", headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const next = answer.headers.get("location");
    if (next === null) throw new Error(`the provider answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return go(new URL(next, url).href);
  };
  return go(address);
}

/** What is passed on in the place of the provider's own ID token: some claims changed, signed by its key or another. */
export function reissue(idToken: string, changes: Readonly<Record<string, unknown>>, signer = createPrivateKey({ key, format: "jwk" })): string {
  const [header = "", payload = ""] = idToken.split(".");
  const claims = { ...(JSON.parse(Buffer.from(payload, "base64url").toString()) as object), ...changes };
  const signed = `${header}.${Buffer.from(JSON.stringify(claims)).toString("base64url")}`;
  return `${signed}.${sign("sha256", Buffer.from(signed), { key: signer, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
}
