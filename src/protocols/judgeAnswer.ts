import { findCarryingAddresses } from "../core/detect/carrying/carryingAddresses.ts";
import { redact } from "../core/redact.ts";
import type { Decision, Destination, Finding, Request } from "../core/request.ts";
import { outsideFindings, releasable } from "./heldBack.ts";
import type { TextReader } from "../core/textReader.ts";

export interface AnswerJudgeParts {
  /** The gate; only `decide` records. */
  readonly preview: (request: Request) => Decision;
  readonly decide: (request: Request) => Decision;
  readonly detect: (text: string) => readonly Finding[];
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
  const tell = (request: Request, decision: Decision, what: readonly string[]) => {
    const news = [decision.rule, ...what].join("\0");
    // Some interfaces say a text several times: as it comes, and as a whole.
    if (told.has(news)) return;
    told.add(news);
    parts.decide(request);
  };
  return () => {
    const state = { shown: "", held: "", stopped: false };
    const release = (end: number, isLast = false): string => {
      const text = state.shown + state.held;
      const base = state.shown.length;
      const found = [...parts.detect(text), ...findCarryingAddresses(text)].filter((finding) => finding.end > base);
      const cut = isLast ? text.length : outsideFindings(found, base, base + end);
      if (cut === base) return "";
      const findings = found.filter(({ start }) => start < cut).map((finding) => ({ ...finding, end: Math.min(finding.end, cut) }));
      const request: Request = { ...asked, text: text.slice(0, cut), findings };
      const decision = parts.preview(request);
      if (decision.effect !== "allow") tell(request, decision, findings.map(({ start, end: last }) => text.slice(start, last)));
      const news = text.slice(base, cut);
      Object.assign(state, { shown: text.slice(0, cut).slice(-sight), held: text.slice(cut) });
      if (decision.enforced === "redact") return redact(news, decision.findings.map((finding) => ({ ...finding, start: finding.start - base, end: finding.end - base }))).text;
      if (decision.enforced !== "block" && decision.enforced !== "none") return news;
      state.stopped = true;
      return `\n\n[Gatelodge stopped this answer (${decision.rule}). ${decision.reasons[0]?.text ?? ""}]`;
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
