"use strict";
/** Asks Gatelodge's model about the file in front, as an assistant without a model of its own does. */
const vscode = require("vscode");

exports.answerByGuardedModel = async (prompt, active, stream, token) => {
  const [model] = await vscode.lm.selectChatModels({ vendor: "gatelodge" });
  const response = await model.sendRequest([vscode.LanguageModelChatMessage.User(`${prompt}\n\n${active?.text ?? ""}`)], {}, token);
  for await (const text of response.text) stream.markdown(text);
};
