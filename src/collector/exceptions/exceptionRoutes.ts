import type { FastifyInstance, FastifyRequest } from "fastify";
import { longestNote, mayAsk, parseExceptionAsk } from "../../core/exceptionAsk.ts";
import type { AskingPermit } from "../../core/policy/policyDocument.ts";
import type { Audit } from "../audit.ts";
import type { PolicyServing } from "../policies/policyServing.ts";
import type { Answering, ExceptionBook } from "./exceptionBook.ts";

export interface ExceptionRoutesParts {
  readonly book: ExceptionBook;
  /** What the policies in force let somebody ask for. */
  readonly permits: () => readonly (AskingPermit | undefined)[];
  readonly serving: Pick<PolicyServing, "renew">;
  readonly audit: Audit;
  readonly now: () => number;
}

const longest = 366 * 86_400_000;

/** Machines ask, an approver answers, and what was approved goes out with the signed policy. */
export function registerExceptionRoutes(app: FastifyInstance, { book, permits, serving, audit, now }: ExceptionRoutesParts): void {
  app.post("/v1/exceptions", { config: { access: "device" } }, (request, reply) => {
    const ask = parseExceptionAsk(request.body);
    if (ask === undefined) return reply.code(400).send({ message: "id, rules, file, reason and until are needed" });
    if (!permits().some((permit) => mayAsk(permit, ask, now()))) return reply.code(403).send({ message: "the policy in force does not let anybody ask for this" });
    if (book.ask(request.deviceId, ask, now()) === "refused") return reply.code(409).send({ message: "too many asks of this machine wait for an answer" });
    return reply.code(201).send({});
  });
  app.get("/v1/exceptions", { config: { access: "device" } }, (request) => ({ asks: book.ofDevice(request.deviceId, now()) }));
  app.get("/api/exceptions", { config: { access: "viewer" } }, (_, reply) => reply.header("cache-control", "no-store").send({ asks: book.all(now()) }));
  const answer = (what: string, state: Answering["state"], untilOf: (request: FastifyRequest) => number | undefined, needsNote: boolean) => app.post(`/api/exceptions/:id/${what}`, { config: { access: "approver" } }, (request, reply) => {
    const { id } = request.params as { readonly id: string };
    const { note } = fieldsOf(request);
    const until = untilOf(request);
    const known = book.find(id, now());
    if (until === undefined || note.length > longestNote) return reply.code(400).send({ message: `an end to come within a year, and a note of at most ${longestNote} characters` });
    if (needsNote && note === "") return reply.code(400).send({ message: "say why: the person who asked reads it" });
    if (state === "approved" && book.isFull(now())) return reply.code(409).send({ message: "too many exceptions are in force: put what many need into the policy" });
    const end = Math.min(until, known?.until ?? 0);
    if (known === undefined || !book.answer(id, { state, until: end, note, by: request.person.name, at: now() })) return reply.code(404).send({ message: "there is none that waits for this" });
    if (state !== "refused") serving.renew(now());
    audit.append({ at: now(), who: request.person.name, what: `exception.${what}`, detail: `${id.slice(0, 8)}: ${known.rules.join(", ")}${state === "approved" ? ` until ${new Date(end).toISOString().slice(0, 16)}` : ""}` });
    return { until: end };
  });
  const asAsked = () => Number.MAX_SAFE_INTEGER;
  answer("approve", "approved", (request) => {
    const { until } = fieldsOf(request);
    return until === undefined || (until > now() && until < now() + longest) ? until ?? asAsked() : undefined;
  }, false);
  answer("refuse", "refused", asAsked, true);
  answer("withdraw", "withdrawn", asAsked, true);
}

function fieldsOf({ body }: FastifyRequest): { readonly note: string; readonly until: number | undefined } {
  const { note, until } = (body ?? {}) as Readonly<Record<string, unknown>>;
  return { note: typeof note === "string" ? note.trim() : "", until: typeof until === "number" ? until : undefined };
}
