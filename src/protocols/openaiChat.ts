import { objectsOf, textAt, type Protocol } from "./protocol.ts";

/** OpenAI's chat, text completions and embeddings, as most local servers speak them: platform.openai.com, API reference. */
export const openaiChat: Protocol = {
  id: "openai-chat",
  paths: ["/v1/chat/completions", "/v1/completions", "/v1/embeddings", "/chat/completions", "/completions", "/embeddings", "/api/v0/chat/completions", "/api/v0/completions", "/api/v0/embeddings"],
  pieces: "sse",
  shownTexts: (answer) => objectsOf(answer["choices"]).flatMap(({ index }, at) => {
    const stream = String(typeof index === "number" ? index : at);
    const places = [["delta", "content"], ["message", "content"], ["text"], ["delta", "reasoning_content"], ["message", "reasoning_content"]];
    return places.flatMap((place) => textAt(answer, `${stream} ${place.at(-1)}`, ["choices", at, ...place]));
  }),
  refusal: (message) => ({ error: { message, type: "invalid_request_error", param: null, code: "gatelodge_policy" } }),
};
