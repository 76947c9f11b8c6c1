/** A model on the loopback that follows a script and keeps every request body that reaches it. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync, zstdDecompressSync } from "node:zlib";
import { anthropicMessages } from "./anthropicMessages.ts";
import { gemini } from "./gemini.ts";
import { openaiChat } from "./openaiChat.ts";
import { openaiResponses } from "./openaiResponses.ts";
import { sendJson, type ApiBody } from "./reply.ts";
import { nextTurn, type Step } from "./script.ts";

const apis = [anthropicMessages, gemini, openaiChat, openaiResponses];

export interface ScriptedModel {
  readonly url: string;
  /** Bodies as they came, decompressed. */
  readonly bodies: () => readonly string[];
  /** Requests that asked the model for a turn. */
  readonly turns: () => number;
  readonly stop: () => Promise<void>;
}

export async function startModel(steps: readonly Step[]): Promise<ScriptedModel> {
  const bodies: string[] = [];
  const state = { turns: 0, id: 0 };
  const newId = (prefix: string) => `${prefix}_${state.id++}`;
  const server = createServer((request, response) => {
    readBody(request).then((text) => {
      bodies.push(text);
      answer(request.url ?? "", text, response);
    }).catch(() => sendJson(response, { error: { type: "invalid_request_error", message: "unreadable" } }, 400));
  });
  const answer = (url: string, text: string, response: ServerResponse) => {
    const path = url.split("?")[0] ?? "";
    if (path.endsWith("/count_tokens")) return sendJson(response, { input_tokens: 100 });
    if (path.endsWith(":countTokens")) return sendJson(response, { totalTokens: 100 });
    const api = apis.find((candidate) => candidate.path.test(path));
    if (api === undefined) return sendJson(response, path.endsWith("/models") ? { object: "list", data: [], models: [] } : {}, path.endsWith("/models") ? 200 : 404);
    const body = JSON.parse(text) as ApiBody;
    const { offered, results } = api.read(body);
    state.turns += 1;
    return api.write(body, nextTurn(steps, offered, results), response, newId, path);
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies: () => bodies,
    turns: () => state.turns,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const encoding = request.headers["content-encoding"];
  return (encoding === "gzip" ? gunzipSync(bytes) : encoding === "zstd" ? zstdDecompressSync(bytes) : bytes).toString("utf8");
}
