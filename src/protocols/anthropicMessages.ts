import { isObject, objectsOf, textAt, type Protocol } from "./protocol.ts";

/** Anthropic's messages: docs.anthropic.com, API, messages and streaming. */
export const anthropicMessages: Protocol = {
  id: "anthropic-messages",
  paths: ["/v1/messages", "/v1/messages/count_tokens"],
  pieces: "sse",
  shownTexts: (answer) => {
    if (answer["type"] === "content_block_delta") {
      const delta = answer["delta"];
      return isObject(delta) && delta["type"] === "text_delta" ? textAt(answer, String(answer["index"]), ["delta", "text"]) : [];
    }
    return answer["type"] === "message" ? objectsOf(answer["content"]).flatMap(({ type }, at) => (type === "text" ? textAt(answer, String(at), ["content", at, "text"]) : [])) : [];
  },
  isPing: ({ type }) => type === "ping",
  refusal: (message) => ({ type: "error", error: { type: "permission_error", message } }),
};
