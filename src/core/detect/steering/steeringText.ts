import type { Finding } from "../../request.ts";
import { createAnchorSearch } from "../anchors.ts";

interface Phrase {
  /** A word of it that is not everywhere. */
  readonly word: string;
  /** Looked for in the line that holds the word. */
  readonly pattern: RegExp;
  /** Over the ends of lines. */
  readonly wide?: boolean;
}

const not = String.raw`(?:do not|don't|never|must not|should not|without)`;
const person = String.raw`(?:the )?(?:user|human|developer|operator|person)`;
const earlier = String.raw`(?:all |any |the |your |these |of ){0,4}(?:previous|prior|above|earlier|preceding|foregoing|existing|original|system|safety|developer's|user's)`;
const orders = String.raw`(?:instructions?|directives?|rules?|prompts?|guidelines?|messages?|polic(?:y|ies)|restrictions?|guardrails?)`;
const secrets = String.raw`(?:\.env\b|secrets?|credentials?|api[ _-]?keys?|tokens?|passwords?|private keys?|ssh keys?|environment variables|\.ssh\b|\.aws\b|id_rsa|source code|conversation|chat history)`;
const send = String.raw`(?:send|post|upload|exfiltrate|transmit|forward|submit|report|leak|curl|e-?mail)`;

const phrase = (word: string, source: string): Phrase => ({ word, pattern: new RegExp(source, "gi") });

/** What such texts say, in the few forms that honest instructions do not take: measured on those of several hundred repositories. */
const toPhrases = (): readonly Phrase[] => [
  phrase("ignore", String.raw`\b(?:ignore|disregard|forget|override|bypass) ${earlier} ${orders}\b`),
  phrase("disregard", String.raw`\bdisregard ${earlier} ${orders}\b`),
  phrase("forget", String.raw`\bforget (?:everything|all) (?:you (?:were|have been) told|above|before)`),
  phrase("override", String.raw`\boverrid(?:e|es|ing) ${earlier} ${orders}\b`),
  phrase("unrestricted", String.raw`\byou are (?:now )?(?:an? )?unrestricted\b`),
  phrase("jailbr", String.raw`\byou are (?:now )?(?:jailbroken|in jailbreak)`),
  phrase("tell", String.raw`\b${not} (?:ever )?tell(?:ing)? ${person} (?:about (?:this|these|it|any of)|anything|that you|what you|of this|you (?:are|did|have))`),
  phrase("mention", String.raw`\b${not} (?:ever )?mention(?:ing)? (?:this|these|it|any of this|that you)\b[^.\n]{0,40}\bto ${person}\b`),
  phrase("reveal", String.raw`\b${not} (?:ever )?reveal(?:ing)? (?:this|these|it|that you)\b[^.\n]{0,40}\bto ${person}\b`),
  phrase("inform", String.raw`\b${not} (?:ever )?(?:inform|notify|alert|warn)(?:ing)? ${person} (?:about|of) (?:this|these|it)\b`),
  phrase("hide", String.raw`\b(?:hide|conceal) (?:this|these|it|your (?:actions?|reasoning|work)) from ${person}\b`),
  phrase("conceal", String.raw`\bconceal (?:this|these|it|your (?:actions?|reasoning|work)) from ${person}\b`),
  phrase("knowledge", String.raw`(?<!\b${not}\b[^.\n]{0,80})\bwithout ${person}(?:'s)? (?:knowledge|consent|noticing|knowing)\b`),
  phrase("noticing", String.raw`(?<!\b${not}\b[^.\n]{0,80})\bwithout ${person} noticing\b`),
  phrase("silently", String.raw`\bsilently ${send} `),
  phrase("secretly", String.raw`\bsecretly (?:${send}|run|execute|add|insert|install|read|collect)\b`),
  phrase("exfiltrate", String.raw`(?<!${not} )(?<!\b(?:to|or|could|can|may|might|not|would) )\bexfiltrate (?:the |all |any |their |your ){0,4}${secrets}`),
  phrase("http", String.raw`(?<!${not} )\b${send} (?:the |all |any |your |their |contents? of |full |entire |every ){0,6}${secrets}[^.\n]{0,60}\b(?:to|at) [\x60"'<]?https?://(?!localhost|127\.)`),
  { wide: true, ...phrase("<important>", String.raw`<important>[^<]{0,400}\b(?:read|cat|open|pass|include)\b[^<]{0,120}(?:\.ssh|id_rsa|\.aws|\.env\b|mcp\.json|credentials)`) },
  phrase("approval", String.raw`\b(?:skip|bypass|disable|circumvent|evade) (?:all |any |the ){0,3}(?:user |human )?approvals? (?:prompts?|checks?|gates?|steps?|requests?)? ?(?:and|silently|without)`),
  phrase("guardrail", String.raw`(?<!${not} )\b(?:disable|bypass|circumvent|evade|turn off) (?:all |any |the |your ){0,3}(?:safety |security )?guardrails?\b`),
];

const [longestText, around] = [400_000, 400];

/** In the list of detectors of policies and events. */
export const steeringId = "steering-phrase";

/**
 * Phrases that tell an assistant to work against the person it works for. A list of phrases is weak: what it finds is shown, what
 * it does not find is not cleared. Only for files that assistants take for instructions.
 */
export function createSteeringDetect(): (text: string) => readonly Finding[] {
  const made: { tables?: { readonly phrases: readonly Phrase[]; readonly search: ReturnType<typeof createAnchorSearch> } } = {};
  return (text) => {
    const { phrases, search } = (made.tables ??= toTables());
    const found = new Map<number, Finding>();
    const lookedUntil = phrases.map(() => 0);
    search(text.slice(0, longestText), (index, at) => {
      const one = phrases[index];
      if (one === undefined || at < (lookedUntil[index] ?? 0)) return;
      const { start: from, end: to } = one.wide === true ? { start: at, end: at + 2 * around } : lineAround(text, at);
      lookedUntil[index] = to;
      for (const match of text.slice(from, to).matchAll(one.pattern)) {
        const start = from + match.index;
        if (!isQuoted(text, start)) found.set(start, { detector: steeringId, kind: "steering", tier: "likely", start, end: start + match[0].length });
      }
    });
    return [...found.values()].sort((a, b) => a.start - b.start);
  };
}

function toTables() {
  const phrases = toPhrases();
  return { phrases, search: createAnchorSearch(phrases.map(({ word }) => word)) };
}

/** The line, or so much of it on either side. */
function lineAround(text: string, at: number): { readonly start: number; readonly end: number } {
  const end = text.indexOf("\n", at);
  return { start: Math.max(text.lastIndexOf("\n", at - 1) + 1, at - around), end: Math.min(end < 0 ? text.length : end, at + around) };
}

/** What a text warns of stands in quotes, as an example: `such as "ignore previous instructions"`. A value in JSON is none. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  return /["'`“‘«][^"'`”’»]{0,40}$/.test(line) && !/"\s?:\s?"[^"]{0,40}$|[a-z]'[a-z]/.test(line);
}
