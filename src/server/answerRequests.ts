import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { toCodeActions } from "./fixes/codeActions.ts";
import type { PolicyFiles } from "./policyFiles/policyFiles.ts";
import { policyFor, type Look, type LookParts } from "./scan/lookThrough.ts";

export interface AnswerParts {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly parts: LookParts;
  readonly policyFiles: PolicyFiles;
  readonly lastLook: (uri: string) => Look | undefined;
  readonly hasCommands: () => boolean;
}

/** Answers what an editor asks: quick fixes for the last look, completion and hover in policy files. */
export function answerRequests({ connection, documents, parts, policyFiles, lastLook, hasCommands }: AnswerParts): void {
  const policyFile = (uri: string) => (policyFiles.isPolicyFile(uri) ? documents.get(uri) : undefined);
  connection.onCodeAction(({ textDocument: { uri }, range, context: { diagnostics } }) => {
    const document = documents.get(uri);
    const look = lastLook(uri);
    // Findings of another version have other places: a fix there would cut into something else.
    if (document === undefined || look?.version !== document.version) return [];
    const selected = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    return toCodeActions({ document, findings: look.findings, selected, diagnostics, policy: policyFor(parts, uri).policy, commands: hasCommands() });
  });
  connection.onCompletion(({ textDocument: { uri }, position }) => {
    const document = policyFile(uri);
    return document === undefined ? [] : policyFiles.complete(document, position);
  });
  connection.onHover(({ textDocument: { uri }, position }) => {
    const document = policyFile(uri);
    return document === undefined ? undefined : policyFiles.hover(document, position);
  });
}
