import { isObject, objectsOf, type Json } from "./protocol.ts";

/** A call of a tool as a model asks for it. Its arguments are what the model wrote: no value is put back in them. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly input: object;
}

/** What one piece of an answer of OpenAI's chat says, or the whole answer. What a model thinks is no part of it. */
export interface ChatPiece {
  readonly text: string;
  readonly calls: readonly CallPiece[];
  /** The server's own words for why it broke off. */
  readonly error?: string;
}

interface CallPiece { readonly index: number; readonly id?: string; readonly name?: string; readonly arguments: string }

const longestError = 300;

/** Reads a piece, or a whole answer, of the first choice. */
export function readChatPiece(piece: Json): ChatPiece {
  const [choice] = objectsOf(piece["choices"]);
  const said = choice?.["delta"] ?? choice?.["message"];
  const error = errorOf(piece);
  if (!isObject(said)) return { text: "", calls: [], ...(error === undefined ? {} : { error }) };
  return { text: typeof said["content"] === "string" ? said["content"] : "", calls: objectsOf(said["tool_calls"]).map(toCallPiece) };
}

/** A server's own words for what went wrong. It was given no value, so that it can say none. */
export function errorOf({ error }: Json): string | undefined {
  const message = isObject(error) ? error["message"] : error;
  return typeof message === "string" ? message.slice(0, longestError) : undefined;
}

function toCallPiece(call: Json, at: number): CallPiece {
  const { index, id } = call;
  const { name, arguments: words } = isObject(call["function"]) ? call["function"] : {};
  return {
    index: typeof index === "number" ? index : at,
    ...(typeof id === "string" && id !== "" ? { id } : {}),
    ...(typeof name === "string" && name !== "" ? { name } : {}),
    // Ollama's own API says them as an object.
    arguments: typeof words === "string" ? words : isObject(words) ? JSON.stringify(words) : "",
  };
}

/** Puts calls together that come in pieces. */
export function createToolCalls(): { readonly add: (pieces: readonly CallPiece[]) => void; readonly end: () => readonly ToolCall[] } {
  const calls = new Map<number, CallPiece>();
  return {
    add: (pieces) => {
      for (const piece of pieces) {
        const known = calls.get(piece.index);
        calls.set(piece.index, { ...known, ...piece, arguments: (known?.arguments ?? "") + piece.arguments });
      }
    },
    end: () => [...calls.values()].flatMap(({ index, id, name, arguments: words }) => (name === undefined ? [] : [{ id: id ?? `call-${index}`, name, input: inputOf(words) }])),
  };
}

/** What a model writes is not always JSON; the tool then says what it misses. */
function inputOf(words: string): object {
  try {
    const parsed: unknown = JSON.parse(words);
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}
