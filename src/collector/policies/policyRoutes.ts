import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from "fastify";
import type { Role } from "../../core/dashboard/administration.ts";
import type { OrganisationPolicy } from "../../core/trust/signedContent.ts";
import { parseJson } from "../../core/trust/signedToken.ts";
import { lintPolicy } from "../../node/lintPolicy.ts";
import type { Accounts } from "../accounts/accounts.ts";
import { may } from "../access.ts";
import type { Audit } from "../audit.ts";
import type { Edition, PolicyBook } from "./policyBook.ts";
import type { PolicyProgress } from "./policyProgress.ts";
import type { PolicyServing, Served } from "./policyServing.ts";
import { registerSignedRoutes } from "./signedRoutes.ts";
import type { SignedElsewhere } from "./signedElsewhere.ts";
import type { SigningKeys } from "./signingKeys.ts";

export interface PolicyRoutesParts {
  readonly book: PolicyBook;
  readonly serving: PolicyServing;
  /** `undefined`: policies are signed elsewhere. */
  readonly keys: SigningKeys | undefined;
  readonly elsewhere: SignedElsewhere | undefined;
  readonly progress: PolicyProgress;
  readonly machines: () => Promise<{ readonly enrolled: number; readonly revoked: readonly string[] }>;
  readonly audit: Audit;
  readonly accounts: Pick<Accounts, "list">;
  readonly now: () => number;
}

/** The organisation's policy: served to machines, proposed by one person and published by another. */
export function registerPolicyRoutes(app: FastifyInstance, parts: PolicyRoutesParts): void {
  const { book, serving, audit, now, elsewhere, progress } = parts;
  const note = (request: FastifyRequest, what: string, detail: string) => audit.append({ at: now(), who: request.person.name, what, detail });
  app.get("/v1/policy", { config: { access: "device" } }, (request, reply) => {
    const served = serving.current(now());
    if (served === undefined) return reply.code(404).send({ message: "no policy was published yet" });
    progress.asked({ device: request.deviceId, holds: request.headers["if-none-match"], served, now: now() });
    void reply.header("etag", served.etag).header("cache-control", "max-age=60");
    return request.headers["if-none-match"] === served.etag ? reply.code(304).send() : { keyset: served.keyset, policy: served.policy };
  });
  app.get("/api/policies", { config: { access: "viewer" } }, () => ({ ...toOverview(book), ...(elsewhere === undefined ? {} : { signedUntil: endOf(serving.current(now())) }) }));
  app.get("/api/policies/progress", { config: { access: "viewer" } }, async () => progress.view(serving.current(now()), await parts.machines()));
  app.post("/api/policies/check", { config: { access: "viewer" } }, (request) => ({ problems: lintPolicy(fieldsOf(request).yaml, "organisation") }));
  app.post("/api/policies", here("editor", parts), (request, reply) => {
    const { yaml, note: why, percent } = fieldsOf(request);
    const problems = lintPolicy(yaml, "organisation").filter(({ ignored }) => !ignored);
    if (problems.length > 0) return reply.code(422).send({ message: "the policy has errors", problems });
    if (why.length > 500 || percent === undefined) return reply.code(400).send({ message: "a note has at most 500 characters, a percentage is a whole number from 1 to 100" });
    const id = book.propose({ yaml, note: why, percent, by: request.person.name, at: now() });
    note(request, "policy.propose", `proposal ${id}`);
    return reply.code(201).send({ id });
  });
  app.post("/api/policies/:id/approve", { config: { access: "approver" } }, (request, reply) => withPending(book, request, reply, (edition) => {
    if (edition.proposedBy === request.person.name && approversOf(parts.accounts) > 1) return reply.code(403).send({ message: "somebody else than who proposed it approves it" });
    const reason = edition.signed === null ? undefined : elsewhere?.take(edition, now()) ?? (elsewhere === undefined ? "signed elsewhere" : undefined);
    if (reason !== undefined) return reply.code(422).send({ message: `no machine would take it (${reason})` });
    const version = book.publish(edition.id, request.person.name, now());
    serving.renew(now());
    note(request, edition.proposedBy === request.person.name ? "policy.publish-alone" : "policy.publish", `version ${version}`);
    return { version };
  }));
  app.post("/api/policies/:id/refuse", { config: { access: "approver" } }, (request, reply) => withPending(book, request, reply, ({ id }) => {
    book.refuse(id);
    note(request, "policy.refuse", `proposal ${id}`);
    return {};
  }));
  app.post("/api/policies/:id/revert", here("editor", parts), (request, reply) => {
    const old = book.ofVersion(idOf(request));
    if (old === undefined) return reply.code(404).send({ message: "no such version" });
    const id = book.propose({ yaml: old.yaml, note: `back to version ${old.version ?? 0}`, percent: 100, by: request.person.name, at: now() });
    note(request, "policy.revert", `version ${old.version ?? 0} as proposal ${id}`);
    return reply.code(201).send({ id });
  });
  registerSignedRoutes(app, { book, elsewhere, audit, now });
  registerSwitches(app, parts, note);
}

/** What needs a key of this collector's own. */
const here = (access: Role, { keys }: Pick<PolicyRoutesParts, "keys">): RouteShorthandOptions => ({
  config: { access },
  ...(keys === undefined ? { preHandler: async (_: FastifyRequest, reply: FastifyReply) => reply.code(409).send({ message: "this collector holds no key: sign it elsewhere and upload that" }) } : {}),
});

const endOf = (served: Served | undefined): string | null => (served === undefined ? null : (parseJson(served.policy.split(".")[1] ?? "") as OrganisationPolicy).expiresAt);

/** What has to work within minutes, by one person, and stands in the book. */
function registerSwitches(app: FastifyInstance, parts: PolicyRoutesParts, note: (request: FastifyRequest, what: string, detail: string) => void): void {
  const { book, serving, keys, now } = parts;
  app.post("/api/policies/ring", here("approver", parts), (request, reply) => {
    const { percent } = fieldsOf(request);
    if (percent === undefined || !book.widen(percent)) return reply.code(400).send({ message: "there is no ring, or no whole number from 1 to 100" });
    serving.renew(now());
    note(request, "policy.ring", `${percent} %`);
    return {};
  });
  app.post("/api/policies/monitor", here("approver", parts), (request, reply) => {
    const { rule, on } = (request.body ?? {}) as { readonly rule?: unknown; readonly on?: unknown };
    if (typeof rule !== "string" || !/^[\w.-]{1,80}$/.test(rule) || typeof on !== "boolean") return reply.code(400).send({ message: "rule and on are needed" });
    book.monitor(rule, on, request.person.name, now());
    serving.renew(now());
    note(request, on ? "policy.monitor" : "policy.monitor-end", rule);
    return {};
  });
  app.post("/api/keys/rotate", here("owner", parts), (request) => {
    keys?.rotate(now());
    serving.renew(now());
    note(request, "keys.rotate", "");
    return {};
  });
}

function withPending<T>(book: PolicyBook, request: FastifyRequest, reply: FastifyReply, work: (edition: Edition) => T): T | FastifyReply {
  const edition = book.find(idOf(request));
  if (edition?.state !== "pending") return reply.code(404).send({ message: "no such proposal" });
  return work(edition);
}

const idOf = ({ params }: FastifyRequest): number => Number((params as { readonly id: string }).id);

function fieldsOf({ body }: FastifyRequest): { readonly yaml: string; readonly note: string; readonly percent: number | undefined } {
  const { yaml, note, percent = 100 } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const isPercent = typeof percent === "number" && Number.isInteger(percent) && percent >= 1 && percent <= 100;
  return { yaml: typeof yaml === "string" ? yaml : "", note: typeof note === "string" ? note : "", percent: isPercent ? percent : undefined };
}

const approversOf = ({ list }: Pick<Accounts, "list">) => list().filter((account) => may(account, "approver")).length;

function toOverview(book: PolicyBook) {
  const all = book.all();
  const { published, ring } = book.inForce();
  const toVersion = ({ version, publishedAt, publishedBy, proposedBy, note, state, percent }: Edition) => ({ version, publishedAt, publishedBy, proposedBy, note, state, percent });
  return {
    current: published === undefined ? null : { ...toVersion(published), yaml: published.yaml },
    ring: ring === undefined ? null : { ...toVersion(ring), yaml: ring.yaml },
    monitored: book.monitored(),
    versions: all.filter(({ version }) => version !== null).toSorted((one, other) => (other.version ?? 0) - (one.version ?? 0)).map(toVersion),
    pending: all.filter(({ state }) => state === "pending").map(({ id, proposedBy, proposedAt, yaml, note, percent }) => ({ id, proposedBy, proposedAt, yaml, note, percent })),
  };
}
