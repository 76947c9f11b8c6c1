import type { ToolCall } from "./chatPieces.ts";
import type { Json } from "./protocol.ts";

/** One part of what a model is to read. */
export type ChatTurn =
  | { readonly role: "system" | "user"; readonly text: string }
  | { readonly role: "assistant"; readonly text: string; readonly calls: readonly ToolCall[] }
  | { readonly role: "tool"; readonly text: string; readonly callId: string };

/** A tool that a model may ask for. */
export interface OfferedTool {
  readonly name: string;
  readonly description: string;
  /** JSON schema. */
  readonly input?: object | undefined;
}

export interface ChatRequest {
  readonly model: string;
  readonly turns: readonly ChatTurn[];
  readonly tools: readonly OfferedTool[];
  /** The model must ask for one of the tools. */
  readonly mustCall: boolean;
  /** What the caller wants of the model besides: temperature and the like, as it is named in the API. */
  readonly options: Json;
}

/** Writes the request for OpenAI's chat, with texts as plain strings: what each local server understands. */
export function writeChatRequest({ model, turns, tools, mustCall, options }: ChatRequest): Json {
  return {
    ...options,
    model,
    messages: turns.map(writeTurn),
    ...(tools.length === 0 ? {} : { tools: tools.map(({ name, description, input }) => ({ type: "function", function: { name, description, parameters: input ?? { type: "object", properties: {} } } })), ...(mustCall ? { tool_choice: "required" } : {}) }),
  };
}

function writeTurn(turn: ChatTurn): Json {
  if (turn.role === "tool") return { role: "tool", tool_call_id: turn.callId, content: turn.text };
  if (turn.role !== "assistant" || turn.calls.length === 0) return { role: turn.role, content: turn.text };
  return { role: "assistant", content: turn.text, tool_calls: turn.calls.map(({ id, name, input }) => ({ id, type: "function", function: { name, arguments: JSON.stringify(input) } })) };
}
