import { randomUUID } from "node:crypto";
import { gunzip } from "node:zlib";
import { promisify } from "node:util";
import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";
import type { EventStore } from "./eventStore.ts";
import { pageAccess, registerPageRoutes } from "./pageRoutes.ts";
import { readLogs } from "./readLogs.ts";
import { newToken } from "./tokens.ts";
import { registerViewRoutes, viewAccess } from "./viewRoutes.ts";
import type { Views } from "./views/views.ts";

/** Bytes of a request, packed and unpacked. */
const longest = { packed: 1024 * 1024, whole: 8 * 1024 * 1024 };
const unpack = promisify(gunzip);

/** Who may ask: everybody, a machine that was enrolled, an administrator. A route without one does not exist. */
export const access = { "GET /health": "everybody", "POST /v1/enroll": "enrolment token", "POST /v1/logs": "device", ...viewAccess, ...pageAccess } as const;

export interface CollectorParts {
  readonly store: EventStore;
  readonly views: Views;
  /** Folder of the dashboard's built files. */
  readonly pages: string;
  readonly now: () => number;
  /** Hears of each route, as `GET /health`. */
  readonly onRoute?: (route: string) => void;
}

/** The routes of the collector. Whoever asks is known by the token, never by what the body says. */
export function createCollector({ store, views, pages, now, onRoute }: CollectorParts): FastifyInstance {
  const app = Fastify({ bodyLimit: longest.packed, requestTimeout: 30_000, logger: false });
  app.addHook("onRoute", ({ method, url }) => [method].flat().forEach((each) => onRoute?.(`${each} ${url}`)));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request: FastifyRequest, body: Buffer) => parseBody(request, body));
  // What went wrong inside is nobody's business, and may pass: a sender tries 503 again.
  app.setErrorHandler((error, _, reply) => {
    const { statusCode = 503 } = error as { readonly statusCode?: number };
    return reply.code(statusCode === 500 ? 503 : statusCode).send({ message: statusCode < 500 ? "the request cannot be taken" : "not now" });
  });
  app.get("/health", () => ({ ok: true }));
  app.post("/v1/enroll", (request, reply) => {
    const { token, publicKey } = (request.body ?? {}) as { readonly token?: unknown; readonly publicKey?: unknown };
    if (typeof token !== "string" || typeof publicKey !== "string" || !/^[\w-]{40,200}$/.test(publicKey)) return reply.code(400).send({ message: "token and publicKey are needed" });
    const deviceToken = newToken();
    const device = store.enrol(token, { id: randomUUID(), token: deviceToken, publicKey }, now());
    return device === undefined ? reply.code(403).send({ message: "the token does not count" }) : { deviceId: device.id, deviceToken, nameKey: store.nameKey() };
  });
  app.post("/v1/logs", (request, reply) => {
    const device = store.deviceOf(bearerOf(request));
    if (device === undefined) return reply.code(401).send({ message: "unknown device" });
    const logs = readLogs(request.body);
    if (logs === undefined) return reply.code(400).send({ message: "no logs that can be read" });
    store.append(device, logs.events, now());
    return logs.rejected === 0 ? {} : { partialSuccess: { rejectedLogRecords: String(logs.rejected), errorMessage: "not an event of Gatelodge" } };
  });
  registerViewRoutes(app, { views, now, may: (request) => store.isAdmin(bearerOf(request)) });
  registerPageRoutes(app, pages);
  return app;
}

const bearerOf = ({ headers }: FastifyRequest) => /^Bearer ([\w-]{20,200})$/.exec(headers.authorization ?? "")?.[1] ?? "";

async function parseBody({ headers }: FastifyRequest, body: Buffer): Promise<unknown> {
  const packed = headers["content-encoding"] ?? "identity";
  try {
    if (packed !== "gzip" && packed !== "identity") throw new Error("an encoding nobody asked for");
    const whole = packed === "gzip" ? await unpack(body, { maxOutputLength: longest.whole }) : body;
    return JSON.parse(whole.toString("utf8"));
  } catch (error) {
    throw Object.assign(new Error("no JSON that can be read", { cause: error }), { statusCode: 400 });
  }
}
