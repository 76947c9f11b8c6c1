import { findCarryingAddresses } from "../core/detect/carrying/carryingAddresses.ts";
import { redact } from "../core/redact.ts";
import type { Decision, Destination, Finding, Request } from "../core/request.ts";
import type { TextReader } from "../core/textReader.ts";
import { outsideFindings, releasable } from "./heldBack.ts";

export interface AnswerJudgeParts {
  /** The gate; only `decide` records. */
  readonly preview: (request: Request) => Decision;
  readonly decide: (request: Request) => Decision;
}

/** One answer: each of its texts is read by a reader of its own. */
export type AnswerJudge = () => TextReader;

/** As much of what was shown before as it takes to know what follows it. */
const sight = 4000;
const able = ["allow", "warn", "redact", "block"] as const;

/**
 * Judges what a model says, as it comes: lines as soon as they are whole, and of a longer one all but its end. What is found
 * is masked; what is refused ends the text with the reason. Arguments of tools are no part of it.
 */
export function judgeAnswer(parts: AnswerJudgeParts, { assistant }: Destination): AnswerJudge {
  const told = new Set<string>();
  // Answers come to this machine, wherever the model runs.
  const asked = { channel: "answer", destination: { assistant, kind: "local" }, able } as const;
  const tell = (request: Request, { rule }: Decision, found: readonly string[]) => {
    const news = [rule, ...found].join("\0");
    // Some interfaces say a text several times: as it comes, and as a whole.
    if (told.has(news)) return;
    told.add(news);
    parts.decide(request);
  };
  /** What the gate finds, and addresses, for which only answers are looked through. */
  const judge = (text: string): readonly Judged[] => {
    const carrying = findCarryingAddresses(text);
    return [{ ...asked, text }, ...(carrying.length === 0 ? [] : [{ ...asked, text, findings: carrying }])].map((request) => ({ request, decision: parts.preview(request) }));
  };
  return () => {
    const state = { shown: "", held: "", stopped: false };
    const release = (end: number, isLast = false): string => {
      const text = state.shown + state.held;
      const base = state.shown.length;
      const judged = judge(text);
      for (const { request, decision } of judged) {
        const found = newIn(decision.findings, base);
        if (decision.effect !== "allow" && (found.length > 0 || decision.findings.length === 0)) tell(request, decision, found.map(({ start, end: last }) => text.slice(start, last)));
      }
      const stop = judged.find(({ decision: { enforced } }) => enforced === "block" || enforced === "none")?.decision;
      if (stop !== undefined) {
        state.stopped = true;
        return `\n\n[Gatelodge stopped this answer (${stop.rule}). ${stop.reasons[0]?.text ?? ""}]`;
      }
      const masked = newIn(judged.filter(({ decision }) => decision.enforced === "redact").flatMap(({ decision }) => decision.findings), base);
      const cut = isLast ? text.length : outsideFindings(masked, base, base + end);
      Object.assign(state, { shown: text.slice(0, cut).slice(-sight), held: text.slice(cut) });
      return redact(text.slice(base, cut), masked.map((finding) => ({ ...finding, start: finding.start - base, end: finding.end - base }))).text;
    };
    return {
      feed: (piece) => {
        if (state.stopped) return "";
        state.held += piece;
        const end = releasable(state.held);
        return end === 0 ? "" : release(end);
      },
      end: () => (state.stopped || state.held === "" ? "" : release(state.held.length, true)),
    };
  };
}

interface Judged { readonly request: Request; readonly decision: Decision }

/** What is not shown yet, or not to its end. */
const newIn = (findings: readonly Finding[], base: number) => findings.filter(({ end }) => end > base);
