import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { test, type TestContext } from "node:test";
import { createOidcClient } from "../../src/collector/oidc/oidcClient.ts";
import type { OidcSettings } from "../../src/collector/oidc/oidcSettings.ts";
import { clientId, clientSecret, reissue, startProvider, throughProvider } from "../support/oidcProvider.ts";
import { openCollector, password, type Ask } from "./openCollector.ts";

const publicUrl = "http://127.0.0.1:4319";
const back = `${publicUrl}/api/oidc/callback`;
const today = (): number => Math.floor(Date.now() / 1000);

/** A collector beside a real provider, and a browser with its own cookies. */
async function withProvider(context: TestContext, changes: Partial<OidcSettings> = {}) {
  const { issuer, who } = await startProvider(context, back);
  const forged: { idToken?: (idToken: string) => string } = {};
  const settings: OidcSettings = { issuer, clientId, clientSecret, publicUrl, nameClaim: "email", groupsClaim: "groups", scope: "openid email profile", roles: { approver: ["reviewers"], owner: ["security"] }, ...changes };
  const client = createOidcClient(settings, (async (address: string, init: RequestInit) => {
    const answer = await fetch(address, init);
    if (!String(address).endsWith("/token") || forged.idToken === undefined || !answer.ok) return answer;
    const tokens = (await answer.json()) as { readonly id_token: string };
    return Response.json({ ...tokens, id_token: forged.idToken(tokens.id_token) });
  }) as typeof fetch);
  const opened = await openCollector(context, { oidc: { settings, client } });
  const browser = () => {
    const cookies = new Map<string, string>();
    const go: Ask = async (method, url, body, headers = {}) => {
      const answer = await opened.ask(method, url, body, { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "), "x-gatelodge": "1", ...headers });
      for (const line of [answer.headers["set-cookie"] ?? []].flat().map(String)) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      return answer;
    };
    const begin = async () => String((await go("GET", "/api/oidc/start")).headers["location"]);
    const come = (address: string) => go("GET", address.slice(publicUrl.length));
    /** Where one ends, and who one is then. */
    const signIn = async () => {
      const { headers, status } = await come(await throughProvider(await begin(), back));
      return { status, location: headers["location"], session: (await go("GET", "/api/session")).body };
    };
    return { cookies, go, begin, come, signIn, me: async () => (await go("GET", "/api/session")).body["name"] };
  };
  return { ...opened, who, forged, browser };
}

test("the first account is local; then somebody of the provider comes in with the roles of their groups", async (context) => {
  const { browser, owner } = await withProvider(context);
  const jo = browser();
  assert.equal(await jo.begin(), "/?sign-in=failed");
  const ada = await owner();
  assert.deepEqual(await jo.signIn(), { status: 303, location: "/", session: { name: "jo@northwind.example", roles: ["approver"] } });
  const [entry] = ((await ada("GET", "/api/audit")).body as { readonly entries: readonly { readonly who: string; readonly what: string; readonly detail: string }[] }).entries;
  assert.deepEqual([entry?.who, entry?.what, entry?.detail], ["jo@northwind.example", "session.begin", "by OpenID Connect"]);
  assert.deepEqual([...jo.cookies.keys()], ["gatelodge"], "the try is over");
});

test("who begins gets PKCE, state and nonce, and a cookie that no script reads", async (context) => {
  const { browser, owner } = await withProvider(context);
  await owner();
  const { headers } = await browser().go("GET", "/api/oidc/start");
  const asked = new URL(String(headers["location"])).searchParams;
  assert.deepEqual([asked.get("code_challenge_method"), asked.get("response_type"), asked.get("redirect_uri")], ["S256", "code", back]);
  for (const name of ["state", "nonce", "code_challenge"]) assert.ok((asked.get(name) ?? "").length >= 43, name);
  for (const part of ["HttpOnly", "SameSite=Lax", "Max-Age=600"]) assert.ok(String(headers["set-cookie"]).includes(part), part);
});

test("roles are those of now: in no group one is out, also where one was in; renamed there, one stays the same person here", async (context) => {
  const { browser, owner, who } = await withProvider(context);
  const ada = await owner();
  const [jo, later] = [browser(), browser()];
  await jo.signIn();
  who.claims = { ...who.claims, groups: ["security", "reviewers"] };
  assert.deepEqual((await later.signIn()).session, { name: "jo@northwind.example", roles: ["approver", "owner"] });
  assert.equal(await jo.me(), undefined, "what was begun with other roles is over");
  who.claims = { ...who.claims, email: "joanna@northwind.example" };
  assert.deepEqual((await browser().signIn()).session, { name: "jo@northwind.example", roles: ["approver", "owner"] });
  who.claims = { ...who.claims, groups: ["cooks"] };
  assert.equal((await browser().signIn()).location, "/?sign-in=noRole");
  assert.equal(await later.me(), undefined);
  who.claims = { ...who.claims, groups: ["reviewers"], email: "jo.doe@northwind.example" };
  await jo.signIn();
  const names = ((await ada("GET", "/api/accounts")).body["accounts"] as readonly { readonly name: string; readonly elsewhere: boolean }[]).map(({ name, elsewhere }) => [name, elsewhere]);
  assert.deepEqual(names, [["ada", false], ["jo.doe@northwind.example", true]]);
});

test("nobody of the provider takes over a name, gets in without theirs confirmed, or has a password", async (context) => {
  const { browser, owner, who, ask } = await withProvider(context);
  await owner();
  who.claims = { ...who.claims, email: "ada" };
  assert.equal((await browser().signIn()).location, "/?sign-in=nameTaken");
  who.claims = { ...who.claims, email: "jo@northwind.example" };
  await browser().signIn();
  who.claims = { ...who.claims, sub: "2" };
  assert.equal((await browser().signIn()).location, "/?sign-in=nameTaken");
  who.claims = { ...who.claims, email: "eve@northwind.example", email_verified: false };
  assert.equal((await browser().signIn()).location, "/?sign-in=failed");
  for (const typed of ["", password]) assert.equal((await ask("POST", "/api/session", { name: "jo@northwind.example", password: typed, code: "" })).status, 401);
});

test("the last local owner stays, whoever the provider makes one", async (context) => {
  const { browser, owner, who } = await withProvider(context);
  await owner();
  who.claims = { ...who.claims, groups: ["security"] };
  const jo = browser();
  await jo.signIn();
  assert.equal((await jo.go("DELETE", "/api/accounts/ada")).status, 409);
});

test("session fixation: who is led to somebody else's end of a sign-in is not signed in, with a try of their own or without", async (context) => {
  const { browser, owner } = await withProvider(context);
  await owner();
  const [eve, victim, other] = [browser(), browser(), browser()];
  const end = await throughProvider(await eve.begin(), back);
  assert.equal((await victim.come(end)).headers["location"], "/?sign-in=failed");
  await other.begin();
  assert.equal((await other.come(end)).headers["location"], "/?sign-in=failed");
  assert.deepEqual([await victim.me(), await other.me()], [undefined, undefined]);
  // A session that somebody planted is not the one that comes to count.
  const planted = "p".repeat(43);
  eve.cookies.set("gatelodge", planted);
  await eve.signIn();
  assert.notEqual(eve.cookies.get("gatelodge"), planted);
  const thief = browser();
  thief.cookies.set("gatelodge", planted);
  assert.equal(await thief.me(), undefined);
});

test("an end counts once, and not after ten minutes", async (context) => {
  const { browser, owner, clock } = await withProvider(context);
  await owner();
  const jo = browser();
  const address = await jo.begin();
  const kept = new Map(jo.cookies);
  const end = await throughProvider(address, back);
  assert.equal((await jo.come(end)).headers["location"], "/");
  const again = browser();
  for (const [name, value] of kept) again.cookies.set(name, value);
  assert.equal((await again.come(end)).headers["location"], "/?sign-in=failed", "the try is used up");
  // With a try of its own the code that was used before is refused by the provider.
  const own = new URL(await again.begin()).searchParams.get("state") ?? "";
  const replayed = new URL(end);
  replayed.searchParams.set("state", own);
  assert.equal((await again.come(replayed.href)).headers["location"], "/?sign-in=failed");
  const slow = browser();
  const late = await throughProvider(await slow.begin(), back);
  clock.time += 11 * 60_000;
  assert.equal((await slow.come(late)).headers["location"], "/?sign-in=failed");
});

test("an answer for another nonce, audience, issuer, client or time, or that somebody else signed, does not count", async (context) => {
  const { browser, owner, forged } = await withProvider(context);
  await owner();
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const wrong: Readonly<Record<string, (idToken: string) => string>> = {
    nonce: (idToken) => reissue(idToken, { nonce: "another" }), audience: (idToken) => reissue(idToken, { aud: "another" }), issuer: (idToken) => reissue(idToken, { iss: "https://evil.example" }),
    time: (idToken) => reissue(idToken, { exp: today() - 3600 }), signature: (idToken) => reissue(idToken, { groups: ["security"] }, stranger), none: (idToken) => `${Buffer.from('{"alg":"none"}').toString("base64url")}.${idToken.split(".")[1] ?? ""}.`,
  };
  for (const [what, idToken] of Object.entries(wrong)) {
    forged.idToken = idToken;
    assert.equal((await browser().signIn()).location, "/?sign-in=failed", what);
  }
  forged.idToken = (idToken) => reissue(idToken, {});
  assert.equal((await browser().signIn()).location, "/", "what is only passed on counts");
  const jo = browser();
  const changed = new URL(await jo.begin());
  changed.searchParams.set("client_id", "another");
  delete forged.idToken;
  assert.equal((await jo.come(await throughProvider(changed.href, back))).headers["location"], "/?sign-in=failed", "a code of another client");
  const other = browser();
  const renonced = new URL(await other.begin());
  renonced.searchParams.set("nonce", "somebody-else-s");
  assert.equal((await other.come(await throughProvider(renonced.href, back))).headers["location"], "/?sign-in=failed", "a nonce that was changed on the way");
});

test("without a provider that answers one is told so, and local accounts sign in", async (context) => {
  const { browser, owner } = await withProvider(context, { issuer: "http://127.0.0.1:9" });
  const ada = await owner();
  assert.equal(await browser().begin(), "/?sign-in=unreachable");
  assert.equal((await ada("GET", "/api/session")).status, 200);
});
