import { gunzip } from "node:zlib";
import { promisify } from "node:util";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { decodeLogs } from "./protobufLogs.ts";

/** Bytes of a request, packed and unpacked. */
export const longest = { packed: 1024 * 1024, whole: 8 * 1024 * 1024 };
export const protobuf = "application/x-protobuf";
const unpack = promisify(gunzip);

/** JSON everywhere, protobuf for logs, packed or not. What cannot be read is answered with 400, and a bomb is not unpacked. */
export function registerBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const parser = (read: (body: Buffer, url: string) => unknown) => async ({ headers, url }: FastifyRequest, body: Buffer) => {
    try {
      return read(await unpacked(headers["content-encoding"] ?? "identity", body), url);
    } catch (error) {
      throw Object.assign(new Error("nothing that can be read", { cause: error }), { statusCode: 400 });
    }
  };
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, parser((body) => (body.length === 0 ? {} : (JSON.parse(body.toString("utf8")) as unknown))));
  app.addContentTypeParser(protobuf, { parseAs: "buffer" }, parser((body, url) => (url === "/v1/logs" ? decodeLogs(body) : {})));
}

async function unpacked(packing: string, body: Buffer): Promise<Buffer> {
  if (packing === "identity") return body;
  if (packing !== "gzip") throw new Error("an encoding nobody asked for");
  return unpack(body, { maxOutputLength: longest.whole });
}
