"use strict";
/** Inline suggestions, in every file: prefix, suffix and the neighbouring files go to the model. */
const vscode = require("vscode");
const { neighboursOf } = require("./neighbours.js");

// A person who types fast wants one request, not one per key.
const pause = 150;

exports.registerCompletions = (model) =>
  vscode.languages.registerInlineCompletionItemProvider({ pattern: "**" }, {
    async provideInlineCompletionItems(document, position, _context, token) {
      // A chat input is a document too; suggesting there would send half-written prompts.
      if (document.uri.scheme === "chatSessionInput") return [];
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (token.isCancellationRequested) return [];
      const text = await model.complete(requestFor(document, position), token).catch(() => "");
      return text ? [new vscode.InlineCompletionItem(text, new vscode.Range(position, position))] : [];
    },
  });

const requestFor = (document, position) => {
  const offset = document.offsetAt(position);
  const text = document.getText();
  return {
    model: "demo",
    path: vscode.workspace.asRelativePath(document.uri),
    prompt: text.slice(0, offset),
    suffix: text.slice(offset),
    neighbours: neighboursOf(document),
  };
};
