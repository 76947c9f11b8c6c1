import { parseObject, type Json } from "./protocol.ts";

const longestEvent = 8 * 1024 * 1024;
const longestSeparator = "\r\n\r\n".length;

/** A line, or an event, as it came; `end` is what parts it from the next one, empty for the last. */
interface Part { readonly text: string; readonly end: string }

/** Parts a stream that comes in any pieces. */
export interface Splitter {
  readonly feed: (piece: string) => readonly Part[];
  /** What has no end. */
  readonly end: () => readonly Part[];
}

/** Server-sent events are parted by an empty line, and NDJSON by the end of one. */
export function createSplitter(pieces: "sse" | "ndjson"): Splitter {
  const separator = pieces === "sse" ? /\r?\n\r?\n/g : /\r?\n/g;
  const state = { rest: "" };
  return {
    feed: (piece) => {
      // What was looked through is not looked through again, but for a separator's beginning.
      separator.lastIndex = Math.max(0, state.rest.length - longestSeparator + 1);
      state.rest += piece;
      const done: Part[] = [];
      let start = 0;
      for (let end = separator.exec(state.rest); end !== null; end = separator.exec(state.rest)) {
        done.push({ text: state.rest.slice(start, end.index), end: end[0] });
        start = separator.lastIndex;
      }
      state.rest = state.rest.slice(start);
      return done;
    },
    end: () => (state.rest === "" ? [] : [{ text: state.rest, end: "" }]),
  };
}

/** What an event carries. */
export const dataOfEvent = (event: string): string => event.split(/\r?\n/).filter((line) => line.startsWith("data:")).map((line) => line.slice(5).replace(/^ /, "")).join("\n");

/** Reads server-sent events as they come: the JSON objects in their `data`. What is none, such as the mark of the end, is passed over. */
export async function* readServerEvents(chunks: AsyncIterable<string>): AsyncGenerator<Json> {
  const { feed, end } = createSplitter("sse");
  const state = { length: 0 };
  for await (const chunk of chunks) {
    const events = feed(chunk);
    state.length = events.length > 0 ? 0 : state.length + chunk.length;
    if (state.length > longestEvent) throw new Error("an event of an answer is too long");
    yield* events.flatMap(toObjects);
  }
  yield* end().flatMap(toObjects);
}

function toObjects({ text }: Part): readonly Json[] {
  const parsed = parseObject(dataOfEvent(text));
  return parsed === undefined ? [] : [parsed];
}
