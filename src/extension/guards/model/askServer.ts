import { request, type IncomingMessage } from "node:http";
import type { LoopbackAddress } from "../../../protocols/loopbackAddress.ts";
import { parseObject } from "../../../protocols/protocol.ts";
import { errorOf, readChatPiece, type ChatPiece } from "../../../protocols/chatPieces.ts";
import { readServerEvents } from "../../../protocols/serverEvents.ts";

/** A failure in words that a person can act on. */
export class ServerError extends Error {}

const longestAnswer = 32 * 1024 * 1024;

/** Asks a model server of this machine and hands out its answer as it comes. Aborting closes the connection, upon which servers stop. */
export async function* askServer(address: LoopbackAddress, path: string, source: string, signal: AbortSignal): AsyncGenerator<ChatPiece> {
  try {
    yield* answerOf(address, path, source, signal);
  } catch (error) {
    throw isLost(error) ? new ServerError(`The model server on port ${address.port} broke off its answer.`) : error;
  }
}

const isLost = (error: unknown) => error instanceof Error && "code" in error && (error.code === "ECONNRESET" || error.code === "EPIPE");

async function* answerOf(address: LoopbackAddress, path: string, source: string, signal: AbortSignal): AsyncGenerator<ChatPiece> {
  const answer = await send(address, path, source, signal);
  if (answer.statusCode !== 200) throw new ServerError(await refusalOf(answer, address));
  const chunks = answer.setEncoding("utf8") as AsyncIterable<string>;
  const pieces = /event-stream/i.test(answer.headers["content-type"] ?? "") ? readServerEvents(chunks) : [parseObject(await readAll(chunks)) ?? {}];
  for await (const piece of pieces) {
    const read = readChatPiece(piece);
    if (read.error !== undefined) throw new ServerError(`The model server on port ${address.port} broke off: ${read.error}`);
    yield read;
  }
}

function send({ host, port }: LoopbackAddress, path: string, body: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = request({ host, port, path, method: "POST", agent: false, signal, headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), accept: "text/event-stream, application/json" } });
    asked.on("error", (error) => reject(signal.aborted ? error : new ServerError(`The model server on port ${port} does not answer. Is it still running?`))).on("response", resolve).end(body);
  });
}

async function refusalOf(answer: IncomingMessage, { port }: LoopbackAddress): Promise<string> {
  const told = parseObject(await readAll(answer.setEncoding("utf8") as AsyncIterable<string>));
  const words = told === undefined ? undefined : errorOf(told);
  return `The model server on port ${port} answered ${answer.statusCode}${words === undefined ? "." : `: ${words}`}`;
}

async function readAll(chunks: AsyncIterable<string>): Promise<string> {
  const texts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > longestAnswer) throw new ServerError("The model server's answer is too long.");
    texts.push(chunk);
  }
  return texts.join("");
}
