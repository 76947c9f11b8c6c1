import type { ServerResponse } from "node:http";
import type { Protocol } from "../protocols/protocol.ts";

/** For whatever behind us does not answer: clients say it at once, while at 502 and its like they try again for minutes without a word. */
export const notBehind = 424;

/** An answer in the form that a client of this protocol shows to a person. */
export function refuse(response: ServerResponse, status: number, protocol: Protocol | undefined, message: string): void {
  const body = JSON.stringify(protocol?.refusal(message) ?? { error: message });
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...(status === 413 ? { connection: "close" } : {}) }).end(body);
}
