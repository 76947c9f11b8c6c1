import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { mayDo, type Role } from "../core/dashboard/administration.ts";
import type { Awaitable } from "./eventStore.ts";

/** Who may ask: everybody, who has an enrolment token or a policy that a key of the organisation has signed, a machine that was enrolled, or a person with a role. */
export type Access = "everybody" | "enrolment token" | "signed policy" | "device" | Role;

export interface Person {
  readonly name: string;
  readonly roles: readonly Role[];
  /** By a token in the header, which no page of another site can send along. */
  readonly byToken: boolean;
}

declare module "fastify" {
  interface FastifyContextConfig {
    readonly access?: Access;
  }
  interface FastifyRequest {
    deviceId: string;
    person: Person;
  }
}

export interface AccessParts {
  readonly deviceOf: (token: string) => Awaitable<{ readonly id: string } | undefined>;
  readonly personOf: (request: FastifyRequest) => Awaitable<Person | undefined>;
  /** Hears of each route, as `GET /health`. */
  readonly onRoute?: (route: string, access: Access) => void;
}

/** A page of another site can send a form with our cookie, but not with this header. */
export const writeHeader = "x-gatelodge";

/** A route without a declared access does not come to be: registering it throws. */
export function registerAccess(app: FastifyInstance, { deviceOf, personOf, onRoute }: AccessParts): void {
  app.decorateRequest("deviceId", "");
  app.decorateRequest("person", null as unknown as Person);
  app.addHook("onRoute", ({ method, url, config }) => {
    const access = config?.access;
    if (access === undefined) throw new Error(`${url} does not say who may ask`);
    for (const each of [method].flat()) onRoute?.(`${each} ${url}`, access);
  });
  app.addHook("onRequest", async (request, reply) => {
    const { access } = request.routeOptions.config;
    // Without one there is no such route, and the answer is 404.
    if (access === undefined || access === "everybody" || access === "enrolment token" || access === "signed policy") return;
    return access === "device" ? admitDevice(request, reply, deviceOf) : admitPerson(request, reply, access, personOf);
  });
}

export const bearerOf = ({ headers }: FastifyRequest): string => /^Bearer ([\w-]{20,200})$/.exec(headers.authorization ?? "")?.[1] ?? "";

async function admitDevice(request: FastifyRequest, reply: FastifyReply, deviceOf: AccessParts["deviceOf"]): Promise<FastifyReply | undefined> {
  const device = await deviceOf(bearerOf(request));
  if (device === undefined) return reply.code(401).send({ message: "unknown device" });
  request.deviceId = device.id;
  return undefined;
}

async function admitPerson(request: FastifyRequest, reply: FastifyReply, role: Role, personOf: AccessParts["personOf"]): Promise<FastifyReply | undefined> {
  const person = await personOf(request);
  if (person === undefined) return reply.code(401).send({ message: "sign in first" });
  const reads = request.method === "GET" || request.method === "HEAD";
  if (!reads && !person.byToken && request.headers[writeHeader] !== "1") return reply.code(403).send({ message: `the header ${writeHeader} is needed` });
  if (!may(person, role)) return reply.code(403).send({ message: `this needs the role ${role}` });
  request.person = person;
  return undefined;
}

export const may = ({ roles }: Pick<Person, "roles">, role: Role): boolean => mayDo(roles, role);
