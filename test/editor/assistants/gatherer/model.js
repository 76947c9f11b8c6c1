"use strict";
/** A model, so that the chat works without an account; it records what the editor itself sends to models. */
const vscode = require("vscode");

const information = { id: "gatelodge-test", name: "Test Model", family: "test", version: "1", maxInputTokens: 32_000, maxOutputTokens: 4000, isDefault: true, isUserSelectable: true, capabilities: { toolCalling: true } };
const textOf = (message) => message.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("");

exports.registerModel = (record) =>
  vscode.lm.registerLanguageModelChatProvider("gatelodge-test", {
    provideLanguageModelChatInformation: () => [information],
    async provideLanguageModelChatResponse(_model, messages, _options, progress) {
      record("model", { messages: messages.map(textOf) });
      progress.report(new vscode.LanguageModelTextPart("ANSWERED_BY_TEST"));
    },
    provideTokenCount: async () => 1,
  });
