import { randomUUID } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { isProven, readEnrolment } from "./enrolmentProof.ts";
import type { EnrolmentTokens } from "./enrolmentTokens.ts";
import type { EventStore } from "./eventStore.ts";
import type { Served } from "./policies/policyServing.ts";
import { encodeAnswer } from "./protobufLogs.ts";
import { readLogs } from "./readLogs.ts";
import { protobuf } from "./requestBody.ts";
import { newToken } from "./tokens.ts";

export interface EnrolmentParts {
  readonly store: EventStore;
  readonly tokens: EnrolmentTokens;
  readonly isRevoked: (deviceId: string) => boolean;
  readonly policy: (now: number) => Served | undefined;
  readonly now: () => number;
}

/** Machines that ask to be known. */
export function registerEnrolment(app: FastifyInstance, { store, tokens, isRevoked, policy, now }: EnrolmentParts): void {
  app.post("/v1/enroll", { config: { access: "enrolment token" } }, async (request, reply) => {
    const asked = readEnrolment(request.body);
    if (asked === undefined) return reply.code(400).send({ message: "token and publicKey are needed" });
    const known = await store.deviceWithKey(asked.publicKey);
    // Only what is proven uses up a token.
    const counts = isProven(asked, now()) && (known === undefined ? tokens.use(asked.token, now()) : tokens.counts(asked.token, now()) && !isRevoked(known.id));
    if (!counts) return reply.code(403).send({ message: "the token or the signature does not count" });
    const deviceToken = newToken();
    const { id } = await store.enrol({ id: randomUUID(), token: deviceToken, publicKey: asked.publicKey }, now());
    const served = policy(now());
    return { deviceId: id, deviceToken, nameKey: await store.nameKey(), ...(served === undefined ? {} : { keyset: served.keyset, policy: served.policy }) };
  });
}

export interface LogsParts {
  readonly store: Pick<EventStore, "append">;
  /** Counts events that are new. */
  readonly accepted: (events: number) => void;
  readonly now: () => number;
}

const notOurs = "not an event of Gatelodge";

/** What machines report. A machine is known by its token, never by what a body says. */
export function registerLogs(app: FastifyInstance, { store, accepted, now }: LogsParts): void {
  app.post("/v1/logs", { config: { access: "device" } }, async (request: FastifyRequest, reply) => {
    const logs = readLogs(request.body);
    if (logs === undefined) return reply.code(400).send({ message: "no logs that can be read" });
    accepted((await store.append({ id: request.deviceId }, logs.events, now())).accepted);
    const { rejected } = logs;
    if (request.headers["content-type"] === protobuf) return reply.type(protobuf).send(Buffer.from(encodeAnswer({ rejected, message: notOurs })));
    return reply.send(rejected === 0 ? {} : { partialSuccess: { rejectedLogRecords: String(rejected), errorMessage: notOurs } });
  });
}
