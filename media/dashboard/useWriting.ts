import { useState } from "preact/hooks";
import { ask, troubleOf, type Answer } from "./ask.ts";

export interface Writing {
  readonly busy: boolean;
  /** What went wrong the last time. */
  readonly trouble: string;
  /** The problems that came with it, where there are any. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly write: <T>(url: string, write: { readonly method: "POST" | "DELETE"; readonly body?: unknown }, done: (value: T) => void) => Promise<void>;
}

/** Writes to the collector, one request at a time, and keeps what to tell when that fails. */
export function useWriting(): Writing {
  const [state, setState] = useState<{ readonly busy: boolean; readonly trouble: string; readonly body: Readonly<Record<string, unknown>> }>({ busy: false, trouble: "", body: {} });
  return {
    ...state,
    write: async (url, request, done) => {
      if (state.busy) return;
      setState({ busy: true, trouble: "", body: {} });
      const answer: Answer<never> = await ask(url, request);
      setState({ busy: false, trouble: troubleOf(answer), body: answer.kind === "failed" ? answer.body ?? {} : {} });
      if (answer.kind === "got") done(answer.value);
    },
  };
}
