import { objects, openEvents, sendJson, textOf, type ApiBody, type ModelApi } from "./reply.ts";

const usage = { input_tokens: 100, input_tokens_details: { cached_tokens: 0 }, output_tokens: 20, output_tokens_details: { reasoning_tokens: 0 }, total_tokens: 120 };
const isNamespace = ({ type }: ApiBody) => type === "namespace";

/** POST /v1/responses, whole or streamed, with functions, free-form tools and tools in namespaces. */
export const openaiResponses: ModelApi = {
  path: /\/responses$/,
  read: ({ tools, input }) => ({
    offered: objects(tools).flatMap((tool) => (isNamespace(tool) ? objects(tool["tools"]) : [tool]).map(({ name, type }) => textOf(name) || textOf(type))),
    results: objects(input).filter(({ type }) => textOf(type).endsWith("_output")).length,
  }),
  write: ({ tools, model, stream }, { calls, text }, response, newId) => {
    const items = [
      ...(text === "" ? [] : [{ type: "message", id: newId("msg"), role: "assistant", status: "completed", content: [{ type: "output_text", text, annotations: [] }] }]),
      ...calls.map(({ name, input }) => toCall(objects(tools), name, input, newId)),
    ];
    const whole = { id: newId("resp"), object: "response", created_at: 1, status: "completed", model, output: items, usage, parallel_tool_calls: false, tool_choice: "auto", tools: [], error: null, incomplete_details: null, instructions: null, metadata: {} };
    if (stream !== true) return sendJson(response, whole);
    const send = openEvents(response);
    let sequence = 0;
    const event = (type: string, rest: object) => send({ type, sequence_number: sequence++, ...rest }, type);
    event("response.created", { response: { ...whole, status: "in_progress", output: [], usage: null } });
    for (const [index, item] of items.entries()) {
      event("response.output_item.added", { output_index: index, item: { ...item, status: "in_progress" } });
      event("response.output_item.done", { output_index: index, item });
    }
    event("response.completed", { response: whole });
    response.end();
    return undefined;
  },
};

function toCall(tools: readonly ApiBody[], name: string, input: unknown, newId: (prefix: string) => string) {
  const free = tools.find((tool) => tool["name"] === name)?.["type"] === "custom";
  if (free) return { type: "custom_tool_call", id: newId("ctc"), call_id: newId("call"), name, input: typeof input === "string" ? input : JSON.stringify(input), status: "completed" };
  const namespace = tools.find((tool) => isNamespace(tool) && objects(tool["tools"]).some((inner) => inner["name"] === name));
  return { type: "function_call", id: newId("fc"), call_id: newId("call"), name, ...(namespace === undefined ? {} : { namespace: namespace["name"] }), arguments: JSON.stringify(input), status: "completed" };
}
