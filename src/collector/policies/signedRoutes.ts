import type { FastifyInstance, FastifyReply } from "fastify";
import type { Audit } from "../audit.ts";
import type { PolicyBook } from "./policyBook.ts";
import type { SignedElsewhere } from "./signedElsewhere.ts";

interface SignedRoutesParts {
  readonly book: PolicyBook;
  /** `undefined`: this collector signs itself. */
  readonly elsewhere: SignedElsewhere | undefined;
  readonly audit: Audit;
  readonly now: () => number;
}

/** Proposing a policy that was signed elsewhere: by its signature alone, from a pipeline that holds no account, or by a person on the page. */
export function registerSignedRoutes(app: FastifyInstance, { book, elsewhere, audit, now }: SignedRoutesParts): void {
  const propose = (body: unknown, who: string | undefined, reply: FastifyReply) => {
    if (elsewhere === undefined) return reply.code(409).send({ message: "this collector signs policies itself; start it with --root-key for those that are signed elsewhere" });
    const checked = elsewhere.check(body, now());
    if ("reason" in checked) return reply.code(422).send({ message: `no machine would take it (${checked.reason})`, reason: checked.reason });
    const { signed, policy: { document, version, next }, kid } = checked;
    const text = JSON.stringify(signed);
    const known = book.all().find((edition) => edition.signed === text);
    if (known !== undefined) return reply.send({ id: known.id, state: known.state });
    const by = who ?? `key ${kid.slice(0, 8)}`;
    const ring = next === undefined ? "" : `; ${next.id} first for ${next.percent ?? 0} %${next.groups === undefined ? "" : ` and ${next.groups.length} groups`}`;
    // JSON is YAML: the page and the views read it like any other.
    const id = book.propose({ yaml: JSON.stringify(document, undefined, 2), note: `signed elsewhere, number ${version}${ring}`, percent: 100, by, at: now(), signed: text });
    audit.append({ at: now(), who: by, what: "policy.propose-signed", detail: `proposal ${id}, number ${version}` });
    return reply.code(201).send({ id, state: "pending" });
  };
  // Whoever has a text that the organisation's key has signed may hand it in; a person still publishes it.
  app.post("/v1/policy", { config: { access: "signed policy" } }, ({ body }, reply) => propose(body, undefined, reply));
  app.post("/api/policies/signed", { config: { access: "editor" } }, ({ body, person }, reply) => propose(body, person.name, reply));
}
