import * as vscode from "vscode";
import { builtinPolicy } from "../../../core/policy/builtinPolicy.ts";
import { ownLanguage } from "../../../core/settingsRecord.ts";
import type { JudgedDocuments } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import type { SuppressSetting } from "./suppressSetting.ts";
import { trueLanguageOf } from "./trueLanguage.ts";

// Cells and versions of the past get their language from elsewhere.
const changeable = new Set(["file", "untitled", "vscode-remote", "vscode-vfs"]);
const builtinIds = new Set((builtinPolicy.classification ?? []).map(({ id }) => id));

/**
 * Keeps a stopped document in our language until the suppress setting is confirmed for its true one, then hands it
 * over; takes it back when the setting no longer holds. Files of the built-in patterns (keys, environment files)
 * need no language service and stay. Changing a document's language takes milliseconds where the setting takes 0.1 s and more.
 */
export function createLanguageHandover(parts: Parts, documents: JudgedDocuments, suppress: SuppressSetting, ownId: string) {
  const settled = (document: vscode.TextDocument): string | undefined => {
    const judgement = documents.judge(document.uri);
    const language = trueLanguageOf(document.uri, ownId) ?? "plaintext";
    if (judgement === undefined) return undefined;
    if (judgement.stopped.length === 0) return document.languageId === ownLanguage && !isBuiltin(parts, document) ? language : undefined;
    const groups = judgement.stopped.flatMap(({ completionGroups }) => completionGroups);
    const held = suppress.isInForce({ uri: document.uri, languageId: language }, groups);
    if (held) return document.languageId === ownLanguage && !isBuiltin(parts, document) ? language : undefined;
    return document.languageId === ownLanguage ? undefined : ownLanguage;
  };
  return {
    /** Brings one document's language in line; gives whether it had to change. */
    settle: async (document: vscode.TextDocument): Promise<boolean> => {
      if (document.isClosed || !changeable.has(document.uri.scheme)) return false;
      const language = settled(document);
      if (language === undefined) return false;
      try {
        await vscode.languages.setTextDocumentLanguage(document, language);
        return true;
      } catch {
        parts.output.warn("completions: a document's language could not be changed"); // closed meanwhile, or the language is gone
        return false;
      }
    },
  };
}

function isBuiltin(parts: Parts, document: vscode.TextDocument): boolean {
  const path = parts.identify(document.uri.toString());
  const { matched } = parts.policies.current(path).classify(path, undefined);
  return matched.some(({ id, by }) => by === "path" && builtinIds.has(id));
}
