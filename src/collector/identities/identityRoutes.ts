import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { IdentitySubject } from "../../core/dashboard/administration.ts";
import type { Audit } from "../audit.ts";
import type { EventStore } from "../eventStore.ts";
import type { IdentityBook } from "./identityBook.ts";

export interface IdentityRoutesParts {
  readonly book: IdentityBook;
  readonly store: Pick<EventStore, "each">;
  /** The machine that asked for an exception. */
  readonly deviceOfException: (id: string) => string | undefined;
  readonly audit: Audit;
  readonly now: () => number;
}

const longestReason = 300;

/**
 * Which machine something came from: an operator asks and says why, an approver who is somebody else agrees, both may look for a day,
 * and each step stands in the book. Nobody is both, not even where nobody else is there.
 */
export function registerIdentityRoutes(app: FastifyInstance, parts: IdentityRoutesParts): void {
  const { book, audit, now } = parts;
  const note = ({ person }: FastifyRequest, what: string, detail: string) => audit.append({ at: now(), who: person.name, what, detail });
  app.get("/api/identities", { config: { access: "viewer" } }, (_, reply) => reply.header("cache-control", "no-store").send({ questions: book.all(now()) }));
  app.post("/api/identities", { config: { access: "operator" } }, async (request, reply) => {
    const { subject, reason } = fieldsOf(request);
    if (subject === undefined || reason.length < 5 || reason.length > longestReason) return reply.code(400).send({ message: "what it is about, and a reason of some words are needed" });
    if ((await devicesOf(subject, parts)).length === 0) return reply.code(404).send({ message: "there is no such event or exception" });
    const id = book.ask({ subject, reason, by: request.person.name, at: now() });
    note(request, "identity.ask", `${id}: ${subject.kind} ${subject.id}: ${reason}`);
    return reply.code(201).send({ id });
  });
  const answer = (what: "agree" | "refuse") => app.post(`/api/identities/:id/${what}`, { config: { access: "approver" } }, (request, reply) => {
    const question = book.find(idOf(request), now());
    if (question?.state !== "asked") return reply.code(404).send({ message: "there is none that waits for this" });
    if (question.askedBy === request.person.name) return reply.code(403).send({ message: "somebody else than who asked agrees to it" });
    if (!book.answer(question.id, what === "agree", request.person.name, now())) return reply.code(409).send({ message: "it was answered meanwhile" });
    note(request, `identity.${what}`, String(question.id));
    return {};
  });
  answer("agree");
  answer("refuse");
  app.post("/api/identities/:id/look", { config: { access: "viewer" } }, (request, reply) => look(request, reply, parts, note));
}

async function look(request: FastifyRequest, reply: FastifyReply, parts: IdentityRoutesParts, note: (request: FastifyRequest, what: string, detail: string) => void): Promise<FastifyReply> {
  const question = parts.book.find(idOf(request), parts.now());
  const { name, byToken } = request.person;
  if (question?.state !== "agreed" || byToken || ![question.askedBy, question.answeredBy].includes(name)) return reply.code(404).send({ message: "there is none that you may see, or its day is over" });
  note(request, "identity.look", String(question.id));
  return reply.header("cache-control", "no-store").send({ devices: await devicesOf(question.subject, parts) });
}

/** None where it was taken away meanwhile; more than one where machines gave their events the same number. */
async function devicesOf({ kind, id, time }: IdentitySubject, { store, deviceOfException }: IdentityRoutesParts): Promise<readonly string[]> {
  if (kind === "exception") return [deviceOfException(id)].filter((device) => device !== undefined);
  const devices = new Set<string>();
  for await (const event of store.each(time, time + 1)) if (event.id === id) devices.add(event.device);
  return [...devices];
}

const idOf = ({ params }: FastifyRequest): number => Number((params as { readonly id: string }).id);

function fieldsOf({ body }: FastifyRequest): { readonly subject: IdentitySubject | undefined; readonly reason: string } {
  const { kind, id, time, reason } = (body ?? {}) as Readonly<Record<string, unknown>>;
  const isSubject = (kind === "event" || kind === "exception") && typeof id === "string" && /^[\w-]{8,64}$/.test(id) && typeof time === "number" && Number.isSafeInteger(time);
  return { subject: isSubject ? { kind, id, time } : undefined, reason: typeof reason === "string" ? reason.trim() : "" };
}
