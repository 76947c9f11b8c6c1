import { knownAssistants } from "../assistants/known.ts";
import type { HookAnswer } from "../assistants/dialect.ts";
import { answerHook } from "./answer.ts";
import type { HookParts } from "./hookParts.ts";
import type { HookInput } from "./readInput.ts";

interface CalledAs { readonly assistant: string; readonly event: string }

/** A call of an assistant's event; `undefined`: nobody knows hooks of this assistant. */
export function answerCall({ assistant: id, event }: CalledAs, input: HookInput, parts: HookParts, milliseconds: number): HookAnswer | undefined {
  const assistant = knownAssistants.find((known) => known.id === id);
  if (assistant?.dialect === undefined) return undefined;
  return answerHook(input, { assistant: { ...assistant, dialect: assistant.dialect }, event }, parts, Math.max(1, milliseconds));
}

/** The refusal of a call, in the caller's own form; `undefined`: nobody knows hooks of this assistant. */
export function refuseCall({ assistant: id, event }: CalledAs, reason: string): HookAnswer | undefined {
  return knownAssistants.find((known) => known.id === id)?.dialect?.write(event, { effect: "block", reason });
}
