import type { Question } from "../assistants/dialect.ts";
import { strictness, type Decision, type Destination, type Effect, type Request } from "../core/request.ts";
import type { HookParts } from "./hookParts.ts";

/** A question of the gate with its answer, and how the agent would name what it is about. */
export interface Asked {
  readonly request: Request;
  readonly decision: Decision;
  readonly about?: string;
  /** A tool of the client's own brings back the same, without what may not be seen. */
  readonly byTool?: true;
}

/** What every judgement of one hook call needs. */
export interface Call extends HookParts {
  readonly question: Question;
  readonly destination: Destination;
  /** Throws when there is no time left: what was not looked at is undecided. */
  readonly checkTime: () => void;
}

export class OutOfTimeError extends Error {}

/** Asks without a record: of all questions of a call only the strictest is written down. */
export function ask({ gate, destination, question, checkTime }: Call, request: Omit<Request, "destination">, about?: string): Asked {
  checkTime();
  const place = request.path === undefined && question.folder !== undefined ? { folder: question.folder } : {};
  const asked = { ...place, ...request, destination };
  return { request: asked, decision: gate.preview(asked), ...(about === undefined ? {} : { about }) };
}

/** Something that is read could not be named or looked at: as strict as an unreadable path. */
export function askUndecided(call: Call, channel: Request["channel"], able: readonly Effect[], undecided: string): Asked {
  return ask(call, { channel, able, undecided, path: { absolute: `${call.question.folder ?? ""}/…`, aliases: [], resolved: false } });
}

/** Of several answers the one that asks for most; the first of equals. */
export function strictestOf(answers: readonly Asked[]): Asked | undefined {
  return answers.reduce<Asked | undefined>((strictest, next) => (strictest === undefined || severity(next) > severity(strictest) ? next : strictest), undefined);
}

// What monitor mode only notes still outranks what nobody objects to.
const severity = ({ decision }: Asked) => strictness(decision.enforced === "none" ? "block" : decision.enforced) * 10 + strictness(decision.effect);
