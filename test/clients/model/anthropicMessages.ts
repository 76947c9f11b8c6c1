import { objects, openEvents, sendJson, textOf, type ModelApi } from "./reply.ts";

const usage = { input_tokens: 100, output_tokens: 20, cache_creation_input_tokens: 0, cache_read_input_tokens: 0 };

/** POST /v1/messages, whole or streamed. */
export const anthropicMessages: ModelApi = {
  path: /\/messages$/,
  read: ({ tools, messages }) => ({
    offered: objects(tools).map(({ name }) => textOf(name)),
    results: objects(messages).flatMap(({ content }) => objects(content)).filter(({ type }) => type === "tool_result").length,
  }),
  write: ({ model, stream }, { calls, text }, response, newId) => {
    const content = [...(text === "" ? [] : [{ type: "text", text }]), ...calls.map(({ name, input }) => ({ type: "tool_use", id: newId("toolu"), name, input }))];
    const reason = calls.length > 0 ? "tool_use" : "end_turn";
    const message = { id: newId("msg"), type: "message", role: "assistant", model, content, stop_reason: reason, stop_sequence: null, usage };
    if (stream !== true) return sendJson(response, message);
    const send = openEvents(response);
    send({ type: "message_start", message: { ...message, content: [], stop_reason: null } }, "message_start");
    for (const [index, block] of content.entries()) {
      const isText = "text" in block;
      send({ type: "content_block_start", index, content_block: isText ? { type: "text", text: "" } : { ...block, input: {} } }, "content_block_start");
      send({ type: "content_block_delta", index, delta: isText ? { type: "text_delta", text: block.text } : { type: "input_json_delta", partial_json: JSON.stringify(block.input) } }, "content_block_delta");
      send({ type: "content_block_stop", index }, "content_block_stop");
    }
    send({ type: "message_delta", delta: { stop_reason: reason, stop_sequence: null }, usage: { output_tokens: 20 } }, "message_delta");
    send({ type: "message_stop" }, "message_stop");
    response.end();
    return undefined;
  },
};
