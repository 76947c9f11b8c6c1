import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { roles, type Role } from "../../core/dashboard/administration.ts";
import { may, type Person } from "../access.ts";
import type { Audit } from "../audit.ts";
import type { Awaitable } from "../eventStore.ts";
import type { Accounts } from "./accounts.ts";
import { troubleOf } from "./passwords.ts";
import { toTotpUri } from "./totp.ts";

export interface AccountRoutesParts {
  readonly accounts: Accounts;
  readonly audit: Audit;
  /** The token of the first start. */
  readonly isSetupToken: (token: string) => Awaitable<boolean>;
  readonly personOf: (request: FastifyRequest) => Awaitable<Person | undefined>;
  /** Behind a proxy with TLS the cookie is never sent without it. */
  readonly secure: boolean;
  /** People may also sign in at the organisation's own provider. */
  readonly elsewhere: boolean;
  readonly now: () => number;
}

// A password takes memory and a fifth of a second to check.
export const fewTries = { max: 20, timeWindow: 60_000 };
const accountName = /^[\w.@-]{1,80}$/;

/** Signing in and out, the first account, and the others. */
export function registerAccountRoutes(app: FastifyInstance, parts: AccountRoutesParts): void {
  const { accounts, audit, isSetupToken, personOf, secure, now } = parts;
  const cookie = cookieOf(secure);
  app.get("/api/session", { config: { access: "everybody" } }, async (request, reply) => {
    const person = await personOf(request);
    return person === undefined ? reply.code(401).send({ setup: accounts.isEmpty(), elsewhere: parts.elsewhere }) : { name: person.name, roles: person.roles };
  });
  app.post("/api/setup", { config: { access: "everybody", rateLimit: fewTries } }, async (request, reply) => {
    const { token, name, password } = fieldsOf(request);
    if (!(await isSetupToken(token)) || !accounts.isEmpty()) return reply.code(403).send({ message: "the token does not count, or there is an account already" });
    return create(reply, parts, { name, password, given: ["owner"], by: "setup" });
  });
  app.post("/api/session", { config: { access: "everybody", rateLimit: fewTries } }, async (request, reply) => {
    const { name, password, code } = fieldsOf(request);
    const token = name.length <= 80 && password.length <= 200 ? await accounts.signIn(name, password, code) : undefined;
    // What was typed as a name may be a password.
    audit.append({ at: now(), who: token === undefined ? "somebody" : name, what: token === undefined ? "session.refused" : "session.begin", detail: "" });
    if (token === undefined) return reply.code(401).send({ message: "name, password or code are wrong, or there were too many tries" });
    return reply.header("set-cookie", cookie.toHeader(token)).send({ name });
  });
  app.delete("/api/session", { config: { access: "viewer" } }, (request, reply) => {
    accounts.signOut(cookie.read(request));
    return reply.header("set-cookie", `${cookie.name}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${secure ? "; Secure" : ""}`).send({});
  });
  app.get("/api/accounts", { config: { access: "owner" } }, () => ({ accounts: accounts.list() }));
  app.post("/api/accounts", { config: { access: "owner" } }, async (request, reply) => {
    const { name, password, roles: given } = fieldsOf(request);
    return create(reply, parts, { name, password, given, by: request.person.name });
  });
  app.delete("/api/accounts/:name", { config: { access: "owner" } }, (request, reply) => {
    const { name } = request.params as { readonly name: string };
    // Whom the provider makes an owner, it may make none any more.
    if (!accounts.list().some((account) => account.name !== name && !account.elsewhere && may(account, "owner"))) return reply.code(409).send({ message: "the last owner stays" });
    if (!accounts.remove(name)) return reply.code(404).send({ message: "no such account" });
    audit.append({ at: now(), who: request.person.name, what: "account.remove", detail: name });
    return {};
  });
}

interface NewAccount { readonly name: string; readonly password: string; readonly given: readonly Role[]; readonly by: string }

async function create(reply: FastifyReply, { accounts, audit, now }: AccountRoutesParts, { name, password, given, by }: NewAccount): Promise<FastifyReply> {
  const trouble = !accountName.test(name) ? "a name has letters, digits and . _ @ -" : given.length === 0 ? `roles are ${roles.join(", ")}` : troubleOf(password);
  if (trouble !== undefined) return reply.code(400).send({ message: trouble });
  const secret = await accounts.create(name, password, given);
  if (secret === undefined) return reply.code(409).send({ message: "there is an account of this name" });
  audit.append({ at: now(), who: by, what: "account.create", detail: `${name}: ${given.join(", ")}` });
  return reply.code(201).send({ totp: toTotpUri(secret, name) });
}

/** `__Host-`: no other name below the same domain can set it. */
export function cookieOf(secure: boolean, purpose?: "sign-in") {
  const name = `${secure ? "__Host-" : ""}gatelodge${purpose === undefined ? "" : `-${purpose}`}`;
  const pattern = new RegExp(`(?:^|; )${name}=([\\w-]{20,200})(?:;|$)`);
  return { name, toHeader: (token: string) => `${name}=${token}; Path=/; HttpOnly; SameSite=Strict${secure ? "; Secure" : ""}`, read: ({ headers }: Pick<FastifyRequest, "headers">) => pattern.exec(headers.cookie ?? "")?.[1] ?? "" };
}

function fieldsOf({ body }: FastifyRequest) {
  const fields = (body ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof fields[name] === "string" ? fields[name] : "");
  const given = Array.isArray(fields["roles"]) ? roles.filter((role) => (fields["roles"] as unknown[]).includes(role)) : [];
  return { token: text("token"), name: text("name"), password: text("password"), code: text("code"), roles: given };
}
