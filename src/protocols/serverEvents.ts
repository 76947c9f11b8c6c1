import { parseObject, type Json } from "./protocol.ts";

const longestEvent = 8 * 1024 * 1024;

/** Reads server-sent events as they come: the JSON objects in their `data`. What is none, such as the mark of the end, is passed over. */
export async function* readServerEvents(chunks: AsyncIterable<string>): AsyncGenerator<Json> {
  const state = { rest: "" };
  for await (const chunk of chunks) {
    const events = (state.rest + chunk).split(/\r?\n\r?\n/);
    state.rest = events.pop() ?? "";
    if (state.rest.length > longestEvent) throw new Error("an event of an answer is too long");
    yield* events.flatMap(readEvent);
  }
  yield* readEvent(state.rest);
}

function readEvent(event: string): readonly Json[] {
  const data = event.split(/\r?\n/).filter((line) => line.startsWith("data:")).map((line) => line.slice(5)).join("\n");
  const parsed = parseObject(data);
  return parsed === undefined ? [] : [parsed];
}
