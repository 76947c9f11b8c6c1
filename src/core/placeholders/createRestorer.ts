import type { TextReader } from "../textReader.ts";
import type { Conversation, Target } from "./conversation.ts";

/** As much as it takes to know whether a placeholder stands in an address. */
const sight = 2000;

/** Restores a text that comes in pieces. What could be the start of a placeholder waits for the next piece, and nothing else. */
export function createRestorer({ restore, unfinished }: Pick<Conversation, "restore" | "unfinished">, target: Target): TextReader {
  const state = { shown: "", held: "" };
  const show = (text: string) => {
    const restored = restore(text, target, state.shown);
    state.shown = (state.shown + text).slice(-sight);
    return restored;
  };
  return {
    feed: (piece) => {
      const text = state.held + piece;
      const end = text.length - unfinished(text);
      state.held = text.slice(end);
      return show(text.slice(0, end));
    },
    end: () => {
      const last = state.held;
      state.held = "";
      return show(last);
    },
  };
}
