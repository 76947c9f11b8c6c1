import type { PathIdentity, Finding } from "../request.ts";
import { isInstructionFile } from "../instructionFiles.ts";
import type { Policy } from "../policy/policy.ts";
import { createOwnDetect } from "./own/ownDetect.ts";
import { createSteeringDetect, steeringId } from "./steering/steeringText.ts";

/** What is looked for beside our rules. Findings are by place and may overlap those of `detect` and each other. */
export type DetectMore = (text: string, path: Pick<PathIdentity, "absolute" | "aliases"> | undefined) => readonly Finding[];

/** What the policy's organisation looks for everywhere, and, in files that assistants take for instructions, what turns those against people. */
export function createDetectMore(policy: Pick<Policy, "ownPatterns" | "ownWords" | "detectorsOff">): DetectMore {
  const own = createOwnDetect(policy);
  const steering = policy.detectorsOff.has(steeringId) ? () => [] : createSteeringDetect();
  return (text, path) => {
    const steers = path !== undefined && isInstructionFile([path.absolute, ...path.aliases]) ? steering(text) : [];
    return steers.length === 0 ? own(text) : addFindings(own(text), steers);
  };
}

/** Both, by place. */
export function addFindings(first: readonly Finding[], second: readonly Finding[]): readonly Finding[] {
  return second.length === 0 ? first : [...first, ...second].sort((a, b) => a.start - b.start);
}
