import { request } from "node:http";

/** What a local server answered. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  /** The body as JSON; `undefined` when it is none. */
  readonly json: unknown;
}

/** Asks one server for one path; `undefined`: no answer, too late, too long, or not HTTP. */
export type Ask = (path: string) => Promise<Answer | undefined>;

const shortPatience = 400;
const longest = 256 * 1024;

/**
 * Asks a server on this machine: GET only, to an address literal of the loopback, without credentials, redirects, proxy or
 * a connection that is kept. An address that is none of ours is not asked.
 */
export function createAsk(address: "127.0.0.1" | "::1", port: number, patience = shortPatience): Ask {
  return (path) => new Promise((resolve) => {
    const asked = request({ host: address, port, path, method: "GET", agent: false, timeout: patience, headers: { "user-agent": "gatelodge-probe", accept: "application/json, text/plain", connection: "close" } });
    const late = setTimeout(() => asked.destroy(), patience);
    const end = (answer?: Answer) => {
      clearTimeout(late);
      asked.destroy();
      resolve(answer);
    };
    asked.on("error", () => end()).on("close", () => end()).on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        if (chunks.reduce((sum, { length }) => sum + length, 0) > longest) end();
      }).on("error", () => end()).on("end", () => end(toAnswer(response.statusCode ?? 0, Buffer.concat(chunks).toString("utf8"))));
    });
    asked.end();
  });
}

function toAnswer(status: number, body: string): Answer {
  try {
    return { status, body, json: JSON.parse(body) };
  } catch {
    return { status, body, json: undefined };
  }
}

/** Asks for each path at most once, one at a time: a server is not told apart by asking it the same thing for each name we know. */
export function askOnce(ask: Ask): Ask {
  const answers = new Map<string, Promise<Answer | undefined>>();
  const queue = { last: Promise.resolve() as Promise<unknown> };
  return (path) => {
    const known = answers.get(path);
    if (known !== undefined) return known;
    const answer = queue.last.then(() => ask(path));
    queue.last = answer;
    answers.set(path, answer);
    return answer;
  };
}
