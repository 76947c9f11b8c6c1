import * as vscode from "vscode";
import { builtinPolicy } from "../../../core/policy/builtinPolicy.ts";
import { ownLanguage } from "../../../core/settingsRecord.ts";
import type { JudgedDocuments } from "../../documents.ts";
import { isJudged } from "../../judgedSchemes.ts";
import type { Parts } from "../../parts.ts";
import type { SuppressSetting } from "./suppressSetting.ts";
import { createTrueLanguages } from "./trueLanguage.ts";

// Cells, versions of the past and the commit message get their language from elsewhere.
const fixed = new Set(["vscode-notebook-cell", "git", "vscode-local-history", "vscode-scm"]);
const isChangeable = (uri: vscode.Uri) => isJudged(uri) && !fixed.has(uri.scheme);
const builtinIds = new Set((builtinPolicy.classification ?? []).map(({ id }) => id));

export interface LanguageHandover extends vscode.Disposable {
  /** Brings one document's language in line. */
  readonly settle: (document: vscode.TextDocument) => Promise<void>;
  /** A tab in front shows a stopped file whose document is not there yet: it is to come in our language. */
  readonly meet: (uri: vscode.Uri, groups: readonly string[]) => Promise<void>;
  /** The file needs no language service: while it is stopped, our language is its language. */
  readonly staysOurs: (uri: vscode.Uri) => boolean;
}

/**
 * Keeps a stopped document in our language until the suppress setting is confirmed for its true one, then hands it
 * over; takes it back when the setting no longer holds. Files of the built-in patterns (keys, environment files)
 * need no language service and stay. Changing a document's language takes milliseconds where the setting takes 0.1 s and more.
 */
export function createLanguageHandover(parts: Parts, documents: JudgedDocuments, suppress: SuppressSetting, ownId: string): LanguageHandover {
  const trueLanguages = createTrueLanguages(ownId);
  const trueLanguage = (uri: vscode.Uri) => trueLanguages.of(uri) ?? "plaintext";
  const staysOurs = (uri: vscode.Uri) => {
    const path = parts.identify(uri.toString());
    const { matched } = parts.policies.current(path).classify(path, undefined);
    return matched.some(({ id, by }) => by === "path" && builtinIds.has(id));
  };
  /** The language to change to; `undefined`: it has the right one. */
  const wanted = (document: vscode.TextDocument): string | undefined => {
    const judgement = documents.judge(document.uri);
    const isOurs = document.languageId === ownLanguage;
    if (judgement === undefined) return undefined;
    if (judgement.stopped.length === 0) return isOurs ? trueLanguage(document.uri) : undefined;
    if (isOurs && staysOurs(document.uri)) return undefined;
    const groups = judgement.stopped.flatMap(({ completionGroups }) => completionGroups);
    const languageId = isOurs ? trueLanguage(document.uri) : document.languageId;
    const held = !staysOurs(document.uri) && suppress.isInForce({ uri: document.uri, languageId }, groups);
    if (held) return isOurs ? languageId : undefined;
    return isOurs ? undefined : ownLanguage;
  };
  return {
    dispose: () => trueLanguages.dispose(),
    staysOurs,
    settle: async (document) => {
      if (document.isClosed || !isChangeable(document.uri)) return;
      const language = wanted(document);
      if (language === undefined) return;
      try {
        await vscode.languages.setTextDocumentLanguage(document, language);
      } catch {
        parts.output.warn("completions: a document's language could not be changed"); // closed meanwhile, or the language is gone
      }
    },
    meet: async (uri, groups) => {
      if (!isChangeable(uri) || (!staysOurs(uri) && suppress.isInForce({ uri, languageId: trueLanguage(uri) }, groups))) return;
      // VS Code needs no more of a document here than its address, and the tab is known 60 to 700 ms before the document:
      // the time in which the language's own extension starts and blocks everything else.
      const early = { uri } as vscode.TextDocument;
      await vscode.languages.setTextDocumentLanguage(early, ownLanguage).then(() => undefined, () => undefined); // rejects when it is done before the document is known here
    },
  };
}
