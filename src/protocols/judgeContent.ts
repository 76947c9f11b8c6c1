import { deniedAiRule } from "../core/evaluate.ts";
import type { Decision, Destination, Effect, Finding, Request } from "../core/request.ts";
import type { Conversation } from "../core/placeholders/conversation.ts";
import { contentTexts, type ContentText } from "./contentTexts.ts";
import { isMedia } from "./isMedia.ts";
import { replaceStrings, TooDeepError, withoutTwins } from "./jsonStrings.ts";

/** What becomes of a request's content. */
export type Judged =
  /** `source` is what goes on. */
  | { readonly effect: "pass"; readonly source: string }
  | { readonly effect: "replace"; readonly source: string }
  | { readonly effect: "refuse"; readonly rule: string; readonly reason: string };

export interface JudgeParts {
  /** The gate, which records. */
  readonly decide: (request: Request) => Decision;
  readonly detect: (text: string) => readonly Finding[];
  readonly conversation: Pick<Conversation, "redact">;
  /** Changes with every policy. */
  readonly policyHash: () => string;
  /** Stands for a text that was judged, so that the text itself is not kept. */
  readonly digest: (text: string) => string;
}

const able: readonly Effect[] = ["allow", "warn", "redact", "block"];
const most = 5000;
const deepest = 100;

/**
 * Judges what a client would have a model read. Clients send a whole conversation with each request, so that a text that was
 * judged under this policy is not asked about, and recorded, again.
 */
export function createJudge(parts: JudgeParts): (source: string, destination: Destination) => Judged {
  const decided = new Map<string, Decision>();
  const decide = (text: string, destination: Destination, findings?: readonly Finding[]): Decision => {
    const key = parts.digest(`${parts.policyHash()}\0${destination.assistant}\0${destination.kind}\0${JSON.stringify(destination.reader ?? "")}\0${findings === undefined ? "" : "across"}\0${text}`);
    const decision = decided.get(key) ?? parts.decide({ channel: "model", destination, text, able, ...(findings === undefined ? {} : { findings }) });
    // What was asked longest ago is forgotten first. A grant is used up by what it softened, so that it is asked again.
    decided.delete(key);
    if (decision.grant === undefined) decided.set(key, decision);
    if (decided.size > most) decided.delete(decided.keys().next().value!);
    return decision;
  };
  const counted = new Set<string>();
  /** What nobody can look into: the policy says whether it may pass, and the same one is counted once. */
  const unseen = (text: string, destination: Destination): Decision | undefined => {
    const asked = { channel: "model", destination, undecided: "the request holds a picture, a sound or a file that is no text", able: ["allow", "warn", "block"] } as const;
    const key = parts.digest(`${parts.policyHash()}\0${destination.assistant}\0${text}`);
    const decision = counted.has(key) ? undefined : parts.decide(asked);
    // One that was refused may be allowed meanwhile, by a person.
    if (decision !== undefined && decision.enforced !== "block" && decision.enforced !== "none") counted.add(key);
    if (counted.size > most) counted.clear();
    return decision;
  };
  return (text, destination) => {
    // Whom the policy denies reads nothing: no text is looked at, and it is recorded once.
    const denial = destination.reader === undefined ? undefined : decide("", destination);
    if (denial?.rule === deniedAiRule && denial.enforced === "block") return refusal(denial);
    const { source, texts } = readTexts(text) ?? {};
    if (source === undefined || texts === undefined) {
      parts.decide({ channel: "model", destination, undecided: "the request is nested too deeply", able: ["block"] });
      return { effect: "refuse", rule: "otherwise", reason: "It is nested too deeply to be looked through." };
    }
    const judged = [...texts.map((text) => ({ text, decision: decide(text.text, destination) })), ...acrossTexts(texts, parts.detect).map(({ text, findings, whole, inWhole }) => ({ text, decision: { ...decide(whole, destination, inWhole), findings } }))];
    const refused = judged.find(({ text, decision }) => decision.enforced === "block" || decision.enforced === "none" || (decision.enforced === "redact" && text.isName === true));
    if (refused !== undefined) return refusal(refused.decision);
    const kept = texts.filter((each) => isMedia(each.text)).map((each) => unseen(each.text, destination)).find((decision) => decision?.enforced === "block" || decision?.enforced === "none");
    if (kept !== undefined) return refusal(kept);
    const masked = judged.filter(({ decision }) => decision.enforced === "redact");
    if (masked.length === 0) return { effect: "pass", source };
    const byText = new Map<ContentText, Decision[]>();
    for (const { text, decision } of masked) byText.set(text, [...(byText.get(text) ?? []), decision]);
    const replaced = [...byText].map(([{ start, end, text }, decisions]) => ({ start, end, text: parts.conversation.redact(text, decisions.flatMap(({ findings }) => findings), decisions[0]!.label) }));
    return { effect: "replace", source: replaceStrings(source, replaced) };
  };
}

const refusal = ({ rule, reasons }: Decision): Judged => ({ effect: "refuse", rule, reason: reasons[0]?.text ?? "" });

function readTexts(text: string): { readonly source: string; readonly texts: readonly ContentText[] } | undefined {
  try {
    const source = withoutTwins(text, deepest);
    return { source, texts: contentTexts(source, deepest) };
  } catch (error) {
    if (error instanceof TooDeepError) return undefined;
    throw error;
  }
}

interface Across { readonly text: ContentText; readonly findings: readonly Finding[]; readonly whole: string; readonly inWhole: readonly Finding[] }

/** A secret that is cut in two, over parts of a message or over messages: what is found only where texts meet, for each text that has a share of it. */
function acrossTexts(texts: readonly ContentText[], detect: JudgeParts["detect"]): readonly Across[] {
  const content = texts.filter((text) => !text.structural);
  if (content.length < 2) return [];
  const whole = content.map(({ text }) => text).join("");
  const places: { readonly text: ContentText; readonly start: number; readonly end: number }[] = [];
  for (const text of content) {
    const start = places.at(-1)?.end ?? 0;
    places.push({ text, start, end: start + text.text.length });
  }
  const inWhole = detect(whole).filter(({ tier, start, end }) => tier !== "possible" && !places.some((place) => start >= place.start && end <= place.end));
  if (inWhole.length === 0) return [];
  return places.flatMap((place) => {
    const findings = inWhole.filter(({ start, end }) => start < place.end && end > place.start).map((finding) => ({ ...finding, start: Math.max(finding.start, place.start) - place.start, end: Math.min(finding.end, place.end) - place.start }));
    return findings.length === 0 ? [] : [{ text: place.text, findings, whole, inWhole }];
  });
}
