import type { Finding } from "../../../core/request.ts";
import { limitMentions, parseMentions, type Mention } from "../../../core/mentions.ts";
import type { Judged } from "../judged.ts";
import type { ContextJudge } from "./contextJudge.ts";
import type { FileHead } from "./fileHead.ts";
import type { MentionedFiles } from "./mentionedFiles.ts";

/** What the policy says of a prompt, or of something it names. */
export interface JudgedPrompt extends Judged {
  /** Base name of the file that decided, if it was one. */
  readonly file?: string;
  /** The file is not mentioned: the chat would take it along because it is shown. */
  readonly shown?: true;
  /** Nobody has looked yet: the answer may still become milder. */
  readonly pending?: true;
}

/** The answers for the text and for everything it names; the strictest is the prompt's. Never empty. */
export interface PromptJudge {
  /** With what is known now. */
  readonly judge: (text: string) => readonly JudgedPrompt[];
  /** The same while somebody types: what was said of a file a moment ago is said again. */
  readonly glance: (text: string) => readonly JudgedPrompt[];
  /** Looks up the files the text names, not longer than `patience` milliseconds; true: all are known. */
  readonly lookUp: (text: string, patience: number) => Promise<boolean>;
  /** What could be taken out of the text. */
  readonly findings: (text: string) => readonly Finding[];
}

interface JudgeParts {
  readonly context: Pick<ContextJudge, "text" | "head" | "undecided" | "unseen">;
  readonly files: MentionedFiles;
  /** Files that a mention may mean without any search. */
  readonly near: (mention: Mention) => readonly FileHead[];
  readonly now: () => number;
}

// More files than anybody names on purpose; pasted code is full of what looks like names.
const maxMentions = 30;
const glanceMilliseconds = 1000;
const maxGlances = 200;

export function createPromptJudge(parts: JudgeParts): PromptJudge {
  const { context, files, now } = parts;
  const glances = new Map<string, { readonly answers: readonly JudgedPrompt[]; readonly known: unknown; readonly at: number }>();
  const glanceAt = (mention: Mention) => {
    const key = `${mention.folder} ${mention.name}`;
    const known = files.known(mention);
    const last = glances.get(key);
    if (last !== undefined && last.known === known && now() - last.at < glanceMilliseconds) return last.answers;
    const answers = judgeMention(parts, mention);
    if (glances.size >= maxGlances) glances.clear();
    glances.set(key, { answers, known, at: now() });
    return answers;
  };
  const judgeWith = (text: string, look: (mention: Mention) => readonly JudgedPrompt[]): readonly JudgedPrompt[] => {
    const { looked, left } = limitMentions(parseMentions(text), maxMentions);
    return [
      context.text(text), ...looked.flatMap(look),
      ...(left === "files" ? [context.unseen("the prompt names more files than are looked up")] : []),
      ...(left === "words" ? [context.undecided("more words after # or @ than are looked up")] : []),
    ];
  };
  return {
    judge: (text) => judgeWith(text, (mention) => judgeMention(parts, mention)),
    glance: (text) => judgeWith(text, glanceAt),
    lookUp: async (text, patience) => {
      const { looked } = limitMentions(parseMentions(text), maxMentions);
      const unknown = () => looked.filter((mention) => files.known(mention) === undefined);
      if (unknown().length === 0) return true;
      await atMost(patience, Promise.all(unknown().map((mention) => files.look(mention))));
      return unknown().length === 0;
    },
    findings: (text) => context.text(text).decision.findings,
  };
}

function judgeMention({ context, files, near }: JudgeParts, mention: Mention): readonly JudgedPrompt[] {
  if (mention.shape === "results") return [context.unseen("what a search found cannot be looked at")];
  const known = files.known(mention);
  const named = [...near(mention), ...(known?.files ?? [])].map((head) => ({ ...context.head(head), file: baseName(head.uri) }));
  if (mention.shape === "symbol" && known?.files.length === 0 && named.length === 0) return [context.undecided("nobody knows which file holds the symbol in the prompt")];
  if (known === undefined) return [...named, { ...context.unseen("what the prompt names could not be looked up"), pending: true }];
  return known.more ? [...named, context.unseen("more files bear a name in the prompt than are looked at; write more of the path")] : named;
}

async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const state: { timer?: NodeJS.Timeout } = {};
  const enough = new Promise<void>((resolve) => {
    state.timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, enough]);
  clearTimeout(state.timer);
}

const baseName = ({ path }: { readonly path: string }) => path.slice(path.lastIndexOf("/") + 1);
