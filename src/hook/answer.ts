import type { Assistant } from "../assistants/assistant.ts";
import type { Dialect, HookAnswer, Question, Verdict } from "../assistants/dialect.ts";
import type { Destination, Effect } from "../core/request.ts";
import { askUndecided, OutOfTimeError, strictestOf, type Asked, type Call } from "./asked.ts";
import type { HookParts } from "./hookParts.ts";
import { judgeSubject, withholdSubject } from "./judgeSubject.ts";
import { judgeUses } from "./judgeUses.ts";
import type { HookInput } from "./readInput.ts";
import { toReason } from "./reason.ts";

/** Who calls: an assistant that has a dialect, and the event by the client's own name. */
export interface Caller {
  readonly assistant: Pick<Assistant, "id" | "kind"> & { readonly dialect: Dialect };
  readonly event: string;
}

/**
 * The answer to one hook call, always in the caller's own form. What cannot be read or looked at in time is answered by the
 * policy's `otherwise`. Records the strictest decision. Never throws. The one-shot program and a resident both serve it.
 */
export function answerHook(input: HookInput, { assistant, event }: Caller, parts: HookParts, milliseconds: number): HookAnswer {
  const { dialect } = assistant;
  const payload = "text" in input ? parseJson(input.text) : undefined;
  const question = payload === undefined ? undefined : dialect.read(event, payload);
  if (question?.moment === "other") return dialect.write(event, { effect: "allow", reason: "" }, question);
  const end = parts.elapsed() + milliseconds;
  const destination: Destination = { assistant: assistant.id, kind: assistant.kind };
  const call: Call = {
    ...parts, destination, question: question ?? unread,
    checkTime: () => {
      if (parts.elapsed() > end) throw new OutOfTimeError();
    },
  };
  const untimed: Call = { ...call, checkTime: () => {} };
  const verdict = question === undefined ? undecided(untimed, "problem" in input ? input.problem : "the assistant's message is not understood") : judge(call, untimed);
  return dialect.write(event, verdict, question);
}

/** A message that nobody understands may be about anything. */
const unread: Question = { moment: "before", subject: undefined, channel: "toolResult", uses: [], able: ["allow", "warn", "block"], masksResult: false, attaches: false };

function judge(call: Call, untimed: Call): Verdict {
  try {
    const uses = judgeUses(call, call.question.uses);
    const { asked, subject } = judgeSubject(call);
    return toVerdict(call, uses, asked, subject);
  } catch (error) {
    return undecided(untimed, error instanceof OutOfTimeError ? "there was no time to look at everything" : "an internal error");
  }
}

function undecided(call: Call, why: string): Verdict {
  const { question } = call;
  const judged = askUndecided(call, question.channel, question.able, why);
  record(call, judged);
  return { effect: effectOf(judged), reason: toReason(judged), ...(question.moment === "after" ? { subject: withholdSubject(question.subject, why) } : {}) };
}

function toVerdict(call: Call, uses: readonly Asked[], texts: readonly Asked[], subject: unknown): Verdict {
  const strictest = strictestOf([...uses, ...texts]);
  if (strictest === undefined) return { effect: "allow", reason: "" };
  record(call, strictest);
  const { moment } = call.question;
  const ofUses = strictestOf(uses);
  // A file that may be masked is let through now: its text is masked when the tool brings it back.
  const stopped = ofUses !== undefined && effectOf(ofUses) !== "redact" && effectOf(ofUses) !== "allow" && effectOf(ofUses) !== "warn" ? ofUses : undefined;
  if (stopped !== undefined && moment === "after") return { effect: "block", reason: toReason(stopped), subject: withholdSubject(call.question.subject, stopped.decision.reasons[0]?.text ?? "") };
  if (stopped !== undefined) return { effect: effectOf(stopped), reason: toReason(stopped) };
  const ofTexts = strictestOf(texts);
  if (ofTexts === undefined) return { effect: "allow", reason: "" };
  const masked = texts.some(({ decision }) => decision.enforced === "redact" || decision.enforced === "block");
  if (moment === "after") return masked ? { effect: "redact", reason: toReason(ofTexts), subject } : { effect: effectOf(ofTexts), reason: toReason(ofTexts) };
  return { effect: effectOf(ofTexts), reason: toReason(ofTexts), subject };
}

const effectOf = ({ decision }: Asked): Effect => (decision.enforced === "none" ? "allow" : decision.enforced);

function record({ gate }: Call, { request, decision }: Asked): void {
  // What was found is handed over, so that the text is not searched a second time.
  gate.decide(request.text === undefined ? request : { ...request, findings: decision.findings, ...(decision.silenced === undefined ? {} : { silenced: decision.silenced }) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith("\uFEFF") ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
