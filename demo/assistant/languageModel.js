"use strict";
/** Offers the scripted model to the editor itself: the chat view needs some model to work without an account. */
const vscode = require("vscode");

const information = {
  id: "gatelodge-demo",
  name: "Demo Model",
  family: "demo",
  version: "1",
  detail: "scripted, on this machine",
  maxInputTokens: 32_000,
  maxOutputTokens: 4000,
  isDefault: true,
  isUserSelectable: true,
  capabilities: { toolCalling: true, imageInput: false },
};

const roleOf = (message) => (message.role === vscode.LanguageModelChatMessageRole.Assistant ? "assistant" : "user");
const textOf = (message) => message.content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("");

exports.registerLanguageModel = (model) =>
  vscode.lm.registerLanguageModelChatProvider("gatelodge-demo", {
    provideLanguageModelChatInformation: () => [information],
    async provideLanguageModelChatResponse(_model, messages, _options, progress, token) {
      const sent = messages.map((message) => ({ role: roleOf(message), content: textOf(message) }));
      progress.report(new vscode.LanguageModelTextPart(await model.chat(sent, token)));
    },
    // Roughly four characters to a token; nobody is billed here.
    provideTokenCount: async (_model, text) => Math.ceil((typeof text === "string" ? text : textOf(text)).length / 4),
  });
