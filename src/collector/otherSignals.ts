import type { FastifyInstance } from "fastify";
import { protobuf } from "./requestBody.ts";

/** Assistants send figures and traces to the same endpoint as their logs, and complain where nobody takes them. Nothing of them is kept: what is counted stands in the logs, and traces hold content. */
export function registerOtherSignals(app: FastifyInstance): void {
  for (const url of ["/v1/metrics", "/v1/traces"]) {
    app.post(url, { config: { access: "device" } }, (request, reply) => (request.headers["content-type"] === protobuf ? reply.type(protobuf).send(Buffer.alloc(0)) : reply.send({})));
  }
}
