import { knownAssistants } from "../assistants/known.ts";
import type { HookAnswer } from "../assistants/dialect.ts";
import { answerHook } from "./answer.ts";
import type { HookParts } from "./hookParts.ts";
import type { HookInput } from "./readInput.ts";

/** A call of an assistant's event; `undefined`: nobody knows hooks of this assistant. */
export function answerCall({ assistant: id, event }: { readonly assistant: string; readonly event: string }, input: HookInput, parts: HookParts, milliseconds: number): HookAnswer | undefined {
  const assistant = knownAssistants.find((known) => known.id === id);
  if (assistant?.dialect === undefined) return undefined;
  return answerHook(input, { assistant: { ...assistant, dialect: assistant.dialect }, event }, parts, Math.max(1, milliseconds));
}
