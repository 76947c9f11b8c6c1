import { createServer, request as ask, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import type { Conversation } from "../core/placeholders/conversation.ts";
import { createRestorer } from "../core/placeholders/createRestorer.ts";
import type { Decision, Destination } from "../core/request.ts";
import { inTurn, type TextReader } from "../core/textReader.ts";
import { controlClient } from "../node/pointing/gatewayPlaces.ts";
import { destinationOf } from "../protocols/destinationOf.ts";
import type { AnswerJudge } from "../protocols/judgeAnswer.ts";
import type { Judged } from "../protocols/judgeContent.ts";
import { protocolFor } from "../protocols/known.ts";
import { parseObject, type Json, type Protocol } from "../protocols/protocol.ts";
import { createAnswerStream, readAnswer } from "./answerStream.ts";
import { readClientPath } from "./clientPath.ts";
import { isOurs } from "./isOurs.ts";
import { readBody } from "./readBody.ts";
import { notBehind, refuse } from "./refuse.ts";

export interface GatewayParts {
  /** The model servers behind it; the first one is asked where a client does not say which. */
  readonly upstreams: readonly Upstream[];
  readonly judge: (source: string, destination: Destination) => Judged;
  /** What keeps a request from going on by its address or headers; `undefined`: nothing. */
  readonly outside: (url: string, headers: IncomingHttpHeaders, destination: Destination) => Pick<Decision, "rule" | "reasons"> | undefined;
  /** Reads an answer; `undefined`: the policy says nothing of answers. */
  readonly answers: (destination: Destination) => AnswerJudge | undefined;
  /** Where a request goes and, where the policy asks for it, which model reads it. */
  readonly destinationOf: (body: Json, client: string | undefined, upstream: Upstream) => Promise<Destination>;
  readonly conversation: Pick<Conversation, "restore" | "unfinished">;
  /** Hears why a request was refused that could not be looked through. */
  readonly unseen: (why: string) => void;
  readonly clients: Clients;
}

interface Upstream { readonly host: string; readonly port: number }

interface Clients {
  readonly isTokenOf: (client: string, token: string) => boolean;
  /** Turn those away that have no token. */
  readonly only: boolean;
  /** Answers a program of ours; `false`: it asks for nothing that we know. */
  readonly control: (path: string, response: ServerResponse) => boolean;
}

/** Of what a client sends and a server answers, in bytes: as long as the longest text that is judged. */
const longest = 32 * 1024 * 1024;
/** Blocks of a model file, which clients send to Ollama by their digest: no text for a model. */
const uploads = /^\/api\/blobs\/sha256[-:][0-9a-f]{64}$/;
const stranger = "Gatelodge's gateway does not know this client. Point it here again: gatelodge gateway point.";
const nothing = Buffer.alloc(0);
/** Servers read no body with these; what a client sends all the same goes no further. */
const bodyless = new Set(["GET", "HEAD", "OPTIONS"]);
const ownHeaders = new Set(["host", "connection", "keep-alive", "transfer-encoding", "content-length", "accept-encoding", "expect", "upgrade", "proxy-connection", "te", "trailer"]);

/** The loopback front of one model server. Nothing of a request goes on before its content is judged. */
export function createGateway(parts: GatewayParts): Server {
  const server = createServer({ maxHeaderSize: 32 * 1024, requestTimeout: 120_000, headersTimeout: 10_000 });
  server.maxConnections = 1024;
  return server.on("request", (request, response) => {
    answer(parts, request, response, localPort(server)).catch(() => {
      // The client went, or the server broke off in the middle: there is nobody to tell, and no more to say.
      response.destroy();
    });
  });
}

async function answer(parts: GatewayParts, request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
  const { client, upstream: asked, url } = readClientPath(request.url ?? "/");
  const path = url.split("?")[0]!;
  const protocol = protocolFor(path);
  const { clients, upstreams } = parts;
  if (!isOurs(request.headers, port)) return refuse(response, 403, undefined, "This request is not from a program of this machine.");
  if (client === undefined ? clients.only : !clients.isTokenOf(client.id, client.token)) return refuse(response, 401, protocol, stranger);
  if (client?.id === controlClient) return clients.control(path, response) ? undefined : refuse(response, 404, undefined, "There is nothing here.");
  const upstream = asked === undefined ? upstreams[0] : upstreams.find((each) => each.port === asked);
  if (upstream === undefined) return refuse(response, notBehind, protocol, `Gatelodge's gateway does not stand in front of port ${asked}. Put this assistant's settings back (gatelodge gateway unpoint), or start the gateway for that port.`);
  const on: Onward = { upstream, url, protocol };
  const stopped = parts.outside(url, without(request.headers, ownHeaders), destinationOf({}, client?.id));
  if (stopped !== undefined) return refuse(response, 403, protocol, `Gatelodge stopped this request, by its address or a header of it (${stopped.rule}). ${stopped.reasons[0]?.text ?? ""}`);
  const method = request.method ?? "GET";
  if (bodyless.has(method)) return forward(on, request.resume(), response, { body: nothing });
  if (method === "POST" && uploads.test(path)) return forward(on, request, response, { body: request });
  const unseen = (status: number, why: string) => {
    parts.unseen(why);
    refuse(response, status, protocol, `${why[0]?.toUpperCase()}${why.slice(1)}, so Gatelodge cannot look through it.`);
  };
  if (request.headers["content-encoding"] !== undefined && request.headers["content-encoding"] !== "identity") return unseen(415, "the request is compressed");
  const bytes = await readBody(request, longest);
  if (bytes === undefined) return unseen(413, "the request is too large");
  if (bytes.length === 0) return forward(on, request, response, { body: nothing });
  const source = bytes.toString("utf8");
  const body = parseObject(source);
  if (body === undefined) return unseen(400, "the request is no JSON object");
  // Who deletes a model gives it nothing to read.
  const destination = method === "DELETE" ? destinationOf(body, client?.id) : await parts.destinationOf(body, client?.id, upstream);
  const judged = parts.judge(source, destination);
  if (judged.effect === "refuse") return refuse(response, 403, protocol, `Gatelodge stopped this request (${judged.rule}). ${judged.reason}`);
  // The text that was looked at goes on, not the bytes, which may hold what is no UTF-8.
  return forward(on, request, response, { body: Buffer.from(judged.source), ...readerOf(parts, judged.effect === "replace", destination) });
}

/** Where a request goes on to. */
interface Onward { readonly upstream: Upstream; readonly url: string; readonly protocol: Protocol | undefined }

/** Where nobody reads the answer its bytes pass as they are. */
interface Forwarding { readonly body: Buffer | IncomingMessage; readonly begin?: () => TextReader; readonly again?: true }

/** What a model says is judged before values are put back; where nothing was replaced there is nothing to put back. */
function readerOf({ answers, conversation }: GatewayParts, restores: boolean, destination: Destination): Pick<Forwarding, "begin"> {
  const judged = answers(destination);
  const restore = () => createRestorer(conversation, { to: "screen" });
  if (judged === undefined) return restores ? { begin: restore } : {};
  return { begin: restores ? () => inTurn(judged(), restore()) : judged };
}

function forward(on: Onward, request: IncomingMessage, response: ServerResponse, forwarding: Forwarding): Promise<void> {
  const { upstream, url, protocol } = on;
  const { body, begin } = forwarding;
  return new Promise((resolve, reject) => {
    const { method, headers } = request;
    const length: IncomingHttpHeaders = Buffer.isBuffer(body) ? (body.length === 0 && bodyless.has(method ?? "GET") ? {} : { "content-length": String(body.length) }) : pick(headers, "content-length", "transfer-encoding");
    const asked = ask({ host: upstream.host, port: upstream.port, method, path: url, headers: { ...without(headers, ownHeaders), ...length, host: `${upstream.host}:${upstream.port}`, "accept-encoding": "identity" } });
    // Who no longer listens wants no more of the model's work.
    response.on("close", () => asked.destroy());
    asked.on("error", (error: NodeJS.ErrnoException) => {
      if (response.headersSent) return reject(new Error("broken off"));
      // A server may close a connection that waited, at the moment when it is used again: then it has read nothing.
      if (asked.reusedSocket && error.code === "ECONNRESET" && Buffer.isBuffer(body) && forwarding.again !== true && !response.destroyed) return forward(on, request, response, { ...forwarding, again: true }).then(resolve, reject);
      refuse(response, notBehind, protocol, `The model server on port ${upstream.port} does not answer. Start it, or put this assistant's settings back: gatelodge gateway unpoint.`);
      return resolve();
    });
    asked.on("response", (answered) => void handOn(answered, response, protocol, begin).then(resolve, reject));
    if (Buffer.isBuffer(body)) asked.end(body);
    else void pipeline(body, asked).catch(() => asked.destroy());
  });
}

async function handOn(answered: IncomingMessage, response: ServerResponse, protocol: Protocol | undefined, begin: Forwarding["begin"]): Promise<void> {
  const status = answered.statusCode ?? 502;
  const streams = /ndjson|event-stream/i.test(answered.headers["content-type"] ?? "");
  if (protocol === undefined || begin === undefined || status >= 400) {
    response.writeHead(status, without(answered.headers, new Set(["connection", "keep-alive"])));
    return pipeline(answered, response);
  }
  if (streams) {
    response.writeHead(status, without(answered.headers, new Set(["connection", "keep-alive", "content-length"])));
    return pipeline(answered, createAnswerStream(protocol, begin), response);
  }
  const bytes = await readBody(answered, longest);
  // Its reader would get a part.
  if (bytes === undefined) return refuse(response, 502, protocol, "The model server's answer is too long.");
  const read = Buffer.from(readAnswer(protocol, begin, bytes.toString("utf8")));
  response.writeHead(status, { ...without(answered.headers, new Set(["connection", "keep-alive", "transfer-encoding"])), "content-length": read.length }).end(read);
}

const localPort = (server: Server) => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};
const without = (headers: IncomingHttpHeaders, names: ReadonlySet<string>) => Object.fromEntries(Object.entries(headers).filter(([name]) => !names.has(name)));
const pick = (headers: IncomingHttpHeaders, ...names: readonly string[]) => Object.fromEntries(Object.entries(headers).filter(([name]) => names.includes(name)));
