/** The same text in the reply forms of the two APIs, in one piece or streamed. */

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const common = (body) => ({ model: body.model ?? "demo", created: Math.floor(Date.now() / 1000) });
const ollama = (body, done) => ({ model: body.model ?? "demo", created_at: new Date().toISOString(), done, ...(done && { done_reason: "stop" }) });

const forms = {
  openaiChat: {
    // OpenAI streams on request, Ollama unless told not to.
    streams: (body) => body.stream === true,
    whole: (text, body) => ({ id: "demo", object: "chat.completion", ...common(body), usage, choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: "stop" }] }),
    piece: (text, body) => ({ id: "demo", object: "chat.completion.chunk", ...common(body), choices: [{ index: 0, delta: { content: text }, finish_reason: null }] }),
    end: (body) => ({ id: "demo", object: "chat.completion.chunk", ...common(body), choices: [{ index: 0, delta: {}, finish_reason: "stop" }] }),
  },
  openaiCompletion: {
    streams: (body) => body.stream === true,
    whole: (text, body) => ({ id: "demo", object: "text_completion", ...common(body), usage, choices: [{ index: 0, text, finish_reason: "stop" }] }),
    piece: (text, body) => ({ id: "demo", object: "text_completion", ...common(body), choices: [{ index: 0, text, finish_reason: null }] }),
    end: (body) => ({ id: "demo", object: "text_completion", ...common(body), choices: [{ index: 0, text: "", finish_reason: "stop" }] }),
  },
  ollamaChat: {
    streams: (body) => body.stream !== false,
    whole: (text, body) => ({ ...ollama(body, true), message: { role: "assistant", content: text } }),
    piece: (text, body) => ({ ...ollama(body, false), message: { role: "assistant", content: text } }),
    end: (body) => ({ ...ollama(body, true), message: { role: "assistant", content: "" } }),
  },
  ollamaGenerate: {
    streams: (body) => body.stream !== false,
    whole: (text, body) => ({ ...ollama(body, true), response: text }),
    piece: (text, body) => ({ ...ollama(body, false), response: text }),
    end: (body) => ({ ...ollama(body, true), response: "" }),
  },
};

/** Word by word, so that a word's secret can arrive in two pieces, as with a real model. */
const pieces = (text) => text.match(/\s*\S{1,12}/g) ?? [];

/** Write `text` as the named API would and end the response. */
export function replyIn(form, response, text, body) {
  const { streams, whole, piece, end } = forms[form];
  if (!streams(body)) {
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify(whole(text, body)));
    return;
  }
  const isOllama = form.startsWith("ollama");
  const frame = (value) => (isOllama ? `${JSON.stringify(value)}\n` : `data: ${JSON.stringify(value)}\n\n`);
  response.writeHead(200, { "content-type": isOllama ? "application/x-ndjson" : "text/event-stream" });
  for (const part of pieces(text)) response.write(frame(piece(part, body)));
  response.write(frame(end(body)));
  response.end(isOllama ? undefined : "data: [DONE]\n\n");
}
