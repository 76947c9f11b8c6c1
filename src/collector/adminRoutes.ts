import type { DatabaseSync } from "node:sqlite";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Audit } from "./audit.ts";
import type { EnrolmentTokens } from "./enrolmentTokens.ts";
import type { Awaitable, EventStore } from "./eventStore.ts";

export interface AdminRoutesParts {
  readonly database: DatabaseSync;
  readonly store: Pick<EventStore, "sendAway">;
  /** Takes away what a machine sent, and gives how many events that were. */
  readonly erase: (device: string) => Awaitable<number>;
  readonly audit: Audit;
  readonly tokens: EnrolmentTokens;
  /** What a machine file needs to know, without the enrolment token. */
  readonly machineFile: () => Readonly<Record<string, unknown>>;
  readonly now: () => number;
}

const day = 86_400_000;

/** Machines that are sent away or forgotten, tokens to enrol with, and the book of who did what. */
export function registerAdminRoutes(app: FastifyInstance, { database, store, erase, audit, tokens, machineFile, now }: AdminRoutesParts): void {
  const note = ({ person }: FastifyRequest, what: string, detail: string) => audit.append({ at: now(), who: person.name, what, detail });
  const idOf = ({ params }: FastifyRequest) => (params as { readonly id: string }).id.slice(0, 80);
  app.get("/api/audit", { config: { access: "viewer" } }, () => audit.read(1000));
  app.get("/api/machine-file", { config: { access: "operator" } }, () => machineFile());
  app.post("/api/devices/:id/revoke", { config: { access: "operator" } }, async (request) => {
    database.prepare("INSERT INTO revokedDevices VALUES (?, ?) ON CONFLICT DO NOTHING").run(idOf(request), now());
    await store.sendAway(idOf(request), now());
    note(request, "device.revoke", idOf(request));
    return {};
  });
  app.delete("/api/devices/:id/events", { config: { access: "owner" } }, async (request) => {
    const removed = await erase(idOf(request));
    note(request, "device.erase", idOf(request));
    return { removed };
  });
  app.get("/api/enrolment-tokens", { config: { access: "operator" } }, () => ({ tokens: tokens.list() }));
  app.post("/api/enrolment-tokens", { config: { access: "operator" } }, (request, reply) => {
    const { label, most = 1000, days = 365 } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    if (typeof label !== "string" || !/^[\w .-]{1,80}$/.test(label) || !isCount(most, 1_000_000) || !isCount(days, 3650)) return reply.code(400).send({ message: "label, most (machines) and days are needed" });
    const issued = tokens.issue(label, most, now() + days * day);
    note(request, "enrolment-token.issue", `${label}: ${most} machines, ${days} days`);
    return reply.code(201).send(issued);
  });
  app.post("/api/enrolment-tokens/:id/revoke", { config: { access: "operator" } }, (request, reply) => {
    if (!tokens.revoke(idOf(request))) return reply.code(404).send({ message: "no such token" });
    note(request, "enrolment-token.revoke", idOf(request));
    return {};
  });
}

const isCount = (value: unknown, most: number): value is number => typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most;
