import type * as vscode from "vscode";
import type { Finding } from "../../../core/request.ts";
import { parseMentions, type Mention } from "../../../core/mentions.ts";
import { strictestOf, type ContextJudge, type Judged } from "./contextJudge.ts";
import { nearFiles, type MentionedFiles } from "./mentionedFiles.ts";

/** What the policy says of a prompt with everything it names. */
export interface JudgedPrompt extends Judged {
  /** Base name of the file that decided, if it was one. */
  readonly file?: string;
  /** The file is not mentioned: the chat would take it along because it is shown. */
  readonly shown?: true;
}

export interface PromptJudge {
  /** With what is known now. */
  readonly judge: (text: string) => JudgedPrompt;
  /** Looks up the files the text names, not longer than `patience` milliseconds. */
  readonly lookUp: (text: string, patience: number) => Promise<void>;
  /** What could be taken out of the text. */
  readonly findings: (text: string) => readonly Finding[];
}

export function createPromptJudge(context: ContextJudge, files: MentionedFiles): PromptJudge {
  return {
    judge: (text) => strictestOf([context.text(text), ...parseMentions(text).flatMap((mention) => judgeMention(context, files, mention))]),
    lookUp: async (text, patience) => {
      const unknown = parseMentions(text).filter((mention) => files.known(mention) === undefined);
      if (unknown.length === 0) return;
      const state: { timer?: NodeJS.Timeout } = {};
      const enough = new Promise<void>((resolve) => {
        state.timer = setTimeout(resolve, patience);
      });
      await Promise.race([Promise.all(unknown.map((mention) => files.look(mention))), enough]);
      clearTimeout(state.timer);
    },
    findings: (text) => context.text(text).decision.findings,
  };
}

function judgeMention(context: ContextJudge, files: MentionedFiles, mention: Mention): readonly JudgedPrompt[] {
  const known = files.known(mention);
  const named = (known ?? nearFiles(mention)).map(({ uri, text }) => ({ ...context.file(uri, text), file: baseName(uri) }));
  return known === undefined ? [...named, context.undecided("a mentioned file is still being looked up")] : named;
}

const baseName = ({ path }: vscode.Uri) => path.slice(path.lastIndexOf("/") + 1);
