import { objects, openEvents, sendJson, textOf, type ApiBody, type ModelApi } from "./reply.ts";

const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 };
const nameOf = ({ name, function: called }: ApiBody) => textOf(name) || textOf((called as ApiBody | undefined)?.["name"]);

/** POST /v1/chat/completions, whole or streamed. */
export const openaiChat: ModelApi = {
  path: /\/chat\/completions$/,
  read: ({ tools, messages }) => ({ offered: objects(tools).map(nameOf), results: objects(messages).filter(({ role }) => role === "tool").length }),
  write: ({ model, stream }, { calls, text }, response, newId) => {
    const base = { id: newId("chatcmpl"), created: 1, model };
    const called = calls.map(({ name, input }, index) => ({ index, id: newId("call"), type: "function", function: { name, arguments: JSON.stringify(input) } }));
    const reason = calls.length > 0 ? "tool_calls" : "stop";
    if (stream !== true) {
      const message = { role: "assistant", content: text, ...(called.length > 0 ? { tool_calls: called } : {}) };
      return sendJson(response, { ...base, object: "chat.completion", choices: [{ index: 0, message, finish_reason: reason }], usage });
    }
    const send = openEvents(response);
    const chunk = (delta: object, finish: string | null) => send({ ...base, object: "chat.completion.chunk", choices: [{ index: 0, delta, finish_reason: finish }] });
    chunk({ role: "assistant", content: text }, null);
    if (called.length > 0) chunk({ tool_calls: called }, null);
    chunk({}, reason);
    send({ ...base, object: "chat.completion.chunk", choices: [], usage });
    send("[DONE]");
    response.end();
    return undefined;
  },
};
