"use strict";
/** `@demo` in the chat: the prompt, what was attached, and the file in front of the person. */
const vscode = require("vscode");

exports.registerChat = (model) =>
  vscode.chat.createChatParticipant("gatelodge-demo.demo", async (request, _context, stream, token) => {
    const attached = await Promise.all(request.references.map(textOfReference));
    const content = [request.prompt, ...attached, activeFile()].filter(Boolean).join("\n\n");
    stream.markdown(await model.chat([{ role: "user", content }], token));
  });

const fenced = (path, text) => `File ${path}:\n\`\`\`\n${text}\n\`\`\``;

/** A reference is a file, a place in a file, or text. */
async function textOfReference({ value }) {
  if (typeof value === "string") return value;
  const uri = value instanceof vscode.Location ? value.uri : value;
  if (!(uri instanceof vscode.Uri)) return "";
  const document = await vscode.workspace.openTextDocument(uri);
  return fenced(vscode.workspace.asRelativePath(uri), document.getText(value instanceof vscode.Location ? value.range : undefined));
}

function activeFile() {
  const document = vscode.window.activeTextEditor?.document;
  return document ? fenced(vscode.workspace.asRelativePath(document.uri), document.getText()) : "";
}
