"use strict";
/** The greediest assistant there is: up at once, asked in every file, reads every open document at each call. */
const { appendFileSync } = require("node:fs");
const vscode = require("vscode");

exports.activate = (context) => {
  const file = process.env.GATELODGE_TEST_RECORDS;
  if (!file) return;
  const record = (kind, values) => appendFileSync(file, `${JSON.stringify({ kind, pid: process.pid, time: Date.now(), ...values })}\n`);
  const provider = {
    provideInlineCompletionItems(document, position, { triggerKind }) {
      const trigger = triggerKind === vscode.InlineCompletionTriggerKind.Invoke ? "explicit" : "automatic";
      record("completion", { trigger, ...describe(document), documents: vscode.workspace.textDocuments.map(describe) });
      return [new vscode.InlineCompletionItem("COMPLETED_BY_TEST", new vscode.Range(position, position))];
    },
  };
  context.subscriptions.push(vscode.languages.registerInlineCompletionItemProvider({ pattern: "**" }, provider));
  record("activated", { documents: vscode.workspace.textDocuments.map(describe) });
};

const describe = (document) => ({ uri: document.uri.toString(), language: document.languageId, length: document.getText().length, text: document.getText() });
