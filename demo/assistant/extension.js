"use strict";
/** Start: find the model server, register what a real assistant registers, and show the Wire. */
const vscode = require("vscode");
const { createModel } = require("./model.js");
const { registerCompletions } = require("./completions.js");
const { registerChat } = require("./chat.js");
const { registerLanguageModel } = require("./languageModel.js");
const { registerWireView } = require("./wireView.js");

exports.activate = async (context) => {
  const url = process.env.GATELODGE_DEMO_MODEL_URL;
  if (!url || new URL(url).hostname !== "127.0.0.1") {
    await vscode.window.showWarningMessage("The demo assistant needs GATELODGE_DEMO_MODEL_URL, a server on 127.0.0.1.");
    return;
  }
  const model = createModel(url);
  context.subscriptions.push(registerCompletions(model), registerChat(model), registerLanguageModel(model), registerWireView(model, context.extensionUri));
  // The Wire is what the demo is about; the cursor stays where it was.
  await vscode.commands.executeCommand("gatelodgeDemo.wire.focus");
  await vscode.commands.executeCommand("workbench.action.focusActiveEditorGroup");
  // Until somebody has asked for the models, the chat says that there are none.
  await vscode.lm.selectChatModels({});
};
