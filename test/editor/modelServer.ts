/** A model server that answers from a script and keeps what arrives. It speaks OpenAI's chat, as local servers do. */
import { createServer, type ServerResponse } from "node:http";

interface Body { readonly messages: readonly { readonly role: string; readonly content: string }[]; readonly tools?: unknown }
type Script = (body: Body, response: ServerResponse) => void;

/** Text of an answer, in pieces of five characters, so that a placeholder arrives in several. */
export function stream(response: ServerResponse, text: string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const content of text.match(/[^]{1,5}/g) ?? []) say(response, { delta: { content } });
  response.end("data: [DONE]\n\n");
}

export const say = (response: ServerResponse, choice: object): boolean => response.write(`data: ${JSON.stringify({ choices: [{ index: 0, ...choice }] })}\n\n`);

export async function startModelServer() {
  const arrived: string[] = [];
  const state: { script: Script; models: readonly string[] } = { script: (_, response) => stream(response, "ok"), models: ["pocket", "pocket-embed"] };
  const server = createServer((request, response) => {
    if (request.method === "GET") return void response.setHeader("content-type", "application/json").end(JSON.stringify(request.url === "/v1/models" ? { object: "list", data: state.models.map((id) => ({ id, object: "model", owned_by: "scripted" })) } : {}));
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk)).on("end", () => {
      const text = Buffer.concat(chunks).toString();
      arrived.push(text);
      state.script(JSON.parse(text) as Body, response);
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as { readonly port: number }).port}`,
    /** Bodies of requests, as they came. */
    arrived,
    answer: (script: Script) => void (state.script = script),
    offer: (...models: readonly string[]) => void (state.models = models),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
