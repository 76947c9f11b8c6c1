import { strictness, type Decision, type Request } from "../../core/request.ts";

/** A question and its answer, for the strictest of all destinations; asking `gate.decide` with the question records it. */
export interface Judged {
  readonly request: Request;
  readonly decision: Decision;
}

/** Of several answers the one that asks for most; the first of equals. */
export function strictestOf<T extends Judged>(answers: readonly T[]): T {
  const [first, ...others] = answers;
  if (first === undefined) throw new Error("nothing was judged");
  return others.reduce((strictest, next) => (severity(next) > severity(strictest) ? next : strictest), first);
}

/** The door must stand in the way. */
export function isStopped({ decision }: Judged): boolean {
  return decision.enforced === "block" || decision.enforced === "redact";
}

// What monitor mode only notes still outranks what nobody objects to.
const severity = ({ decision }: Judged) => strictness(decision.enforced === "none" ? "block" : decision.enforced) * 10 + strictness(decision.effect);
