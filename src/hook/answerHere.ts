import { dirname } from "node:path";
import type { HookAnswer } from "../assistants/dialect.ts";
import { answerCall, refuseCall } from "./answerCall.ts";
import type { HookArguments } from "./hookArguments.ts";
import { createLastingParts } from "./hookParts.ts";
import type { HookInput } from "./readInput.ts";

/** The answer made in this process. A file of its own when built: where a resident answers, none of it is loaded. */
export function answerHere(call: HookArguments, input: HookInput, program: string, milliseconds: number): HookAnswer | undefined {
  const parts = createLastingParts({ home: call.home, machineFile: call.machineFile, program: dirname(program), platform: process.platform });
  const answer = answerCall(call, input, parts.forCall(), milliseconds);
  parts.finish();
  return answer;
}

/** A refusal made without looking at anything. */
export const refuseHere = (call: HookArguments, reason: string): HookAnswer | undefined => refuseCall(call, reason);
