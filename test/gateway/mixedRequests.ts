/** Requests as clients send them, with secrets in all the forms that the gateway is held to: the list is docs/local-models.md's. */
import { randomFrom } from "./randomFrom.ts";

/** One request, what of it must not arrive, and how the secret was written. */
export interface MixedRequest {
  readonly form: string;
  readonly path: string;
  readonly body: string;
  readonly secret: string;
}

type Random = ReturnType<typeof randomFrom>;

const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Assembled here: no live-looking token stands in the repository. */
const secrets: readonly ((random: Random) => string)[] = [
  (random) => `gh${"p_"}${random.text(alphanumeric, 36)}`,
  (random) => `glp${"at-"}${random.text(alphanumeric, 20)}`,
  (random) => `np${"m_"}${random.text(alphanumeric, 36)}`,
  (random) => `sk_${"live_"}${random.text(alphanumeric, 24)}`,
  (random) => `xox${"b-"}${random.text("123456789", 12)}-${random.text("123456789", 12)}-${random.text(alphanumeric, 24)}`,
  (random) => `AK${"IA"}${random.text(upper, 16)}`,
];

const inSentence = (secret: string) => `Why does this fail?\nconst token = "${secret}";\nIt did not yesterday.`;
const escaped = (text: string, every: (at: number) => boolean) => Array.from(text, (char, at) => (every(at) ? `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}` : char)).join("");
const cut = (random: Random, text: string, count: number) => {
  const places = [0, ...Array.from({ length: count - 1 }, () => 1 + random.below(text.length - 1)).sort((a, b) => a - b), text.length];
  return places.slice(1).map((end, at) => text.slice(places[at], end));
};
const say = (...contents: readonly unknown[]) => ({ model: "m", messages: contents.map((content, at) => ({ role: at % 2 === 0 ? "user" : "assistant", content })) });
const hidden = "HIDDEN";
/** A body in which a mark is replaced by what JSON would not write by itself. */
const raw = (body: unknown, text: string) => JSON.stringify(body).replace(hidden, text);

/** How a secret can stand in a request. */
const forms: Readonly<Record<string, (secret: string, random: Random) => string>> = {
  "in a sentence": (secret) => JSON.stringify(say(inSentence(secret))),
  "escaped as \\u": (secret) => raw(say(`key ${hidden}.`), escaped(secret, () => true)),
  "escaped here and there": (secret, random) => raw(say(`key ${hidden}.`), escaped(secret, () => random.below(2) === 0)),
  "over two messages": (secret, random) => JSON.stringify(say(...cut(random, `my key: ${secret}`, 2))),
  "over three parts of a message": (secret, random) => JSON.stringify(say(cut(random, secret, 3).map((text) => ({ type: "text", text })))),
  "over a list of texts": (secret, random) => JSON.stringify({ model: "m", input: cut(random, secret, 2) }),
  "in base64": (secret) => JSON.stringify(say(`data: ${Buffer.from(`token=${secret}\n`).toString("base64")}`)),
  "in base64 for addresses": (secret) => JSON.stringify(say(`data: ${Buffer.from(`token=${secret}\n`).toString("base64url")}`)),
  "in hexadecimal": (secret) => JSON.stringify(say(`data: ${Buffer.from(`token=${secret}\n`).toString("hex")}`)),
  "percent-encoded": (secret) => JSON.stringify(say(`q=${Array.from(secret, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`).join("")}`)),
  "in a tool's arguments": (secret) => JSON.stringify({ model: "m", messages: [{ role: "assistant", content: null, tool_calls: [{ id: "t", type: "function", function: { name: "f", arguments: JSON.stringify({ token: secret, nested: JSON.stringify([secret]) }) } }] }] }),
  "in a tool's result": (secret) => JSON.stringify({ model: "m", max_tokens: 9, messages: [{ role: "user", content: [{ type: "tool_result", tool_use_id: "t", content: [{ type: "text", text: `TOKEN=${secret}` }] }] }] }),
  "in a tool's description": (secret) => JSON.stringify({ ...say("hi"), tools: [{ type: "function", function: { name: "f", parameters: { properties: { a: { default: secret } } } } }] }),
  "in the system prompt": (secret) => JSON.stringify({ model: "m", system: [{ type: "text", text: `use ${secret}` }], messages: [{ role: "user", content: "hi" }] }),
  "in a prompt": (secret) => JSON.stringify({ model: "m", prompt: inSentence(secret), suffix: secret }),
  "in a field nobody knows": (secret) => JSON.stringify({ ...say("hi"), extra: { deep: [[{ er: secret }]] } }),
  "as a field's name": (secret) => JSON.stringify({ ...say("hi"), metadata: { [secret]: 1 } }),
  "in a field that stands twice": (secret) => raw(say(hidden), `${secret}","content":"hi`),
};
export const formNames = Object.keys(forms);

const paths = ["/api/chat", "/api/generate", "/api/embed", "/v1/chat/completions", "/v1/completions", "/v1/responses", "/v1/embeddings", "/v1/messages", "/v1/other"];
const words = ["const", "the", "test", "größe", "return", "日本", "0x1f", "a\\b", "\"quoted\"", "\t", "😀", "e.g.", "12345678901234567890"];

/** The same requests for the same seed; every fourth has nothing to hide. */
export function* mixedRequests(count: number, seed: number): Generator<MixedRequest> {
  const random = randomFrom(seed);
  for (let at = 0; at < count; at += 1) {
    const path = random.of(paths);
    if (at % 4 === 3) {
      yield { form: "nothing", path, secret: "", body: `{ "seed": ${random.text("123456789", 25)}, "model":"m","messages":[{"role":"user","content":${JSON.stringify(Array.from({ length: random.below(40) }, () => random.of(words)).join(" "))}}]}` };
      continue;
    }
    const form = formNames[at % formNames.length]!;
    const secret = random.of(secrets)(random);
    yield { form, path, secret, body: forms[form]!(secret, random) };
  }
}
