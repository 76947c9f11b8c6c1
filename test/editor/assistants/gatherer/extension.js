"use strict";
/** Gathers what an assistant puts into a request: active file, open documents, selection, clipboard, references. */
const { appendFileSync } = require("node:fs");
const vscode = require("vscode");
const { answerByGuardedModel } = require("./guardedChat.js");
const { registerModel } = require("./model.js");

exports.activate = async (context) => {
  const file = process.env.GATELODGE_TEST_RECORDS;
  if (!file) return;
  const record = (kind, values) => appendFileSync(file, `${JSON.stringify({ kind, pid: process.pid, time: Date.now(), ...values })}\n`);
  const gathered = async () => {
    const values = await gather();
    record("command", values);
    return values;
  };
  const participant = vscode.chat.createChatParticipant("gatelodge-test.gather", async (request, _context, stream, token) => {
    const references = await Promise.all(request.references.map(describeReference));
    record("chat", { prompt: request.prompt, references, ...(await gather()) });
    if (request.prompt.includes("guarded model")) return answerByGuardedModel(request.prompt, (await gather()).active, stream, token);
    // An answer that takes its time, for what happens meanwhile.
    if (request.prompt.includes("slowly")) await new Promise((resolve) => setTimeout(resolve, 1500));
    stream.markdown("GATHERED");
  });
  context.subscriptions.push(participant, vscode.commands.registerCommand("gatelodgeTest.gather", gathered), registerModel(record));
  const codebase = { invoke: () => new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart("")]) };
  context.subscriptions.push(vscode.lm.registerTool("gatelodge_test_codebase", codebase));
  // Until somebody has asked for the models, the chat says that there are none.
  await vscode.lm.selectChatModels({});
  record("ready", {});
};

async function gather() {
  const editor = vscode.window.activeTextEditor;
  return {
    active: editor && describe(editor.document),
    selection: editor?.document.getText(editor.selection) ?? "",
    clipboard: await vscode.env.clipboard.readText().then(String, () => ""),
    documents: vscode.workspace.textDocuments.map(describe),
  };
}

const describe = (document) => ({ uri: document.uri.toString(), language: document.languageId, length: document.getText().length, text: document.getText() });

/** The text behind a reference is what a real assistant would send; one that cannot be read is recorded without. */
async function describeReference({ id, value }) {
  if (typeof value === "string") return { id, text: value };
  const uri = value instanceof vscode.Location ? value.uri : value;
  if (!(uri instanceof vscode.Uri)) return { id, text: "" };
  const text = await vscode.workspace.openTextDocument(uri).then((document) => document.getText(value.range), () => "");
  return { id, uri: uri.toString(), text };
}
