/** The gateway program between a client and a scripted model server, all on this machine, beside the same requests without it. */
import { Agent, request } from "node:http";
import type { ServerResponse } from "node:http";
import { letters } from "../../src/core/detect/samples.ts";
import { randomFrom } from "../gateway/randomFrom.ts";
import { startGateway } from "../gateway/startGateway.ts";
import { percentile, report } from "./report.ts";

const gateway = await startGateway();
const agents = { direct: new Agent({ keepAlive: true }), through: new Agent({ keepAlive: true }) } as const;
const urls = { direct: gateway.modelUrl, through: gateway.url } as const;
type Way = keyof typeof urls;
const random = randomFrom(7);
const lines = ["export function total(items: readonly Item[]): number {", "  return items.reduce((sum, { price }) => sum + price, 0);", "}", "// what it costs, with taxes", "if (order.state !== \"paid\") throw new OrderError(order.id);"];
/** New text each time: what was judged before is not asked about again. */
const prompt = (size: number) => {
  let text = "";
  while (text.length < size) text += `${random.of(lines)} ${random.text("abcdefghij", 6)}\n`;
  return text.slice(0, size);
};
const bodyOf = (content: string) => JSON.stringify({ model: "m", stream: true, messages: [{ role: "user", content }] });

interface Timed { readonly first: number; readonly whole: number; readonly bytes: number; readonly text: string }

function ask(way: Way, body: string, keeps = false): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const state = { first: 0, bytes: 0, text: "" };
    request(`${urls[way]}/v1/chat/completions`, { method: "POST", agent: agents[way], headers: { "content-length": Buffer.byteLength(body) } }, (response) => {
      response.on("data", (chunk: Buffer) => {
        state.first ||= performance.now() - start;
        state.bytes += chunk.length;
        if (keeps) state.text += String(chunk);
      }).on("end", () => resolve({ ...state, whole: performance.now() - start })).on("error", reject);
    }).on("error", reject).end(body);
  });
}

const piece = (content: string) => `data: ${JSON.stringify({ id: "c", object: "chat.completion.chunk", created: 1, model: "m", choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`;
const open = (response: ServerResponse) => response.writeHead(200, { "content-type": "text/event-stream" });

gateway.answer((_, response) => void open(response).end(piece("ok")));
const firsts: Record<Way, number[]> = { direct: [], through: [] };
for (let run = -100; run < 400; run += 1) {
  const body = bodyOf(prompt(8000));
  for (const way of ["direct", "through"] as const) {
    const { first } = await ask(way, body);
    if (run >= 0) firsts[way].push(first);
  }
}
gateway.arrived.splice(0);
for (const rank of [50, 95]) report({ name: `gateway, first byte over direct, 8 kB prompt, p${rank}`, value: percentile(firsts.through, rank) - percentile(firsts.direct, rank), unit: "ms", ...(rank === 95 ? { atMost: 2 } : {}) });

/** Ten pieces a millisecond-timer's turn, some thousand a second: ten times what a model on a laptop says. */
const [pieces, batch] = [4000, 5];
gateway.answer((seen, response) => {
  open(response);
  const placeholder = /ghp_example\w{29}/.exec(seen.body)?.[0] ?? "";
  const state = { sent: 0 };
  const timer = setInterval(() => {
    for (let count = 0; count < batch && state.sent < pieces; count += 1, state.sent += 1) response.write(piece(state.sent % 50 === 0 ? placeholder : "word "));
    if (state.sent < pieces) return;
    clearInterval(timer);
    response.end("data: [DONE]\n\n");
  }, 2);
});
async function rate(way: Way, body: string): Promise<number> {
  const { whole, bytes } = await ask(way, body);
  return bytes / whole;
}
const secretBody = bodyOf(`token ${`gh${"p_"}${letters(36)}`}`);
for (const [name, body] of [["nothing replaced", bodyOf("hello")], ["values put back", secretBody]] as const) {
  const direct = await rate("direct", body);
  report({ name: `gateway, streaming, ${name}, of direct`, value: (100 * (await rate("through", body))) / direct, unit: "%", atLeast: 95 });
}

const whole = piece("word ".repeat(20)).repeat(50);
gateway.answer((_, response) => {
  open(response);
  for (let count = 0; count < 400; count += 1) response.write(whole);
  response.end();
});
const fullDirect = await rate("direct", bodyOf("hello"));
report({ name: "gateway, as fast as the machine can, of direct", value: (100 * (await rate("through", bodyOf("hello")))) / fullDirect, unit: "%" });

gateway.answer(({ body }, response) => {
  open(response);
  const placeholder = /ghp_example\w{29}/.exec(body)?.[0] ?? "";
  const state = { sent: 0 };
  const timer = setInterval(() => {
    response.write(piece(`${placeholder} `));
    if ((state.sent += 1) < 50) return;
    clearInterval(timer);
    response.end();
  }, 20);
});
const streams = await Promise.allSettled(Array.from({ length: 200 }, () => ask("through", secretBody, true)));
const good = streams.filter((stream) => stream.status === "fulfilled" && stream.value.text.split(letters(36)).length === 51).length;
report({ name: "gateway, 200 streams at once that fail or lack a word", value: 200 - good, unit: "streams", atMost: 0 });

for (const agent of Object.values(agents)) agent.destroy();
await gateway.stop();
