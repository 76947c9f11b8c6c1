/** What the scripted model does: the calls of each step at once, one step after the other, then a closing text. */
export interface ToolCall {
  /** The first of these that the client offers is called. */
  readonly tools: readonly string[];
  readonly input: unknown;
}

export type Step = readonly ToolCall[];

export interface Turn {
  readonly calls: readonly { readonly name: string; readonly input: unknown }[];
  readonly text: string;
}

const done = "The scripted model is done.";

/** The next turn, by the number of results that the conversation holds: so it needs no memory and survives side requests. */
export function nextTurn(steps: readonly Step[], offered: readonly string[], results: number): Turn {
  if (offered.length === 0) return { calls: [], text: "A title" };
  let left = results;
  for (const step of steps) {
    if (left < step.length) return { calls: step.map(({ tools, input }) => ({ name: tools.find((name) => offered.includes(name)) ?? tools[0] ?? "", input })), text: "" };
    left -= step.length;
  }
  return { calls: [], text: done };
}
