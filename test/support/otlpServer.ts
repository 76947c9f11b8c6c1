/** An OTLP/HTTP endpoint that answers as the test says and keeps what it took. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import type { OtlpLogRecord, OtlpLogs } from "../../src/core/otlp/toOtlpLogs.ts";

export interface Answer { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string; /** Stored, and then the connection is cut. */ readonly cut?: true }
export interface Received { readonly logs: OtlpLogs; readonly headers: IncomingMessage["headers"]; readonly path: string; readonly bytes: number }

export interface OtlpServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** All records of requests that were stored. */
  readonly records: () => readonly OtlpLogRecord[];
  readonly close: () => Promise<void>;
}

export async function startOtlpServer(answer: (received: Received, count: number) => Answer = () => ({ status: 200 })): Promise<OtlpServer> {
  const received: Received[] = [];
  const stored: OtlpLogs[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = Buffer.concat(await request.toArray() as Buffer[]);
    const taken: Received = { logs: JSON.parse(gunzipSync(body).toString()) as OtlpLogs, headers: request.headers, path: request.url ?? "", bytes: body.length };
    received.push(taken);
    const { status, headers = {}, body: text = "{}", cut } = answer(taken, received.length);
    if (status === 200) stored.push(taken.logs);
    if (cut) return void request.socket.destroy();
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  };
  const server = createServer((request, response) => void serve(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    records: () => stored.flatMap((logs) => recordsOf(logs)),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export const recordsOf = (logs: OtlpLogs): readonly OtlpLogRecord[] => logs.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs.flatMap(({ logRecords }) => logRecords));

/** The value of an attribute, whatever its type. */
export function valueOf({ attributes }: Pick<OtlpLogRecord, "attributes">, key: string): unknown {
  const value = attributes.find((attribute) => attribute.key === key)?.value;
  return value === undefined ? undefined : Object.values(value)[0];
}
