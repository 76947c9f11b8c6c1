"use strict";
/** The Wire: what really reached the model, asked from the model server itself, never from the assistant. */
const { randomBytes } = require("node:crypto");
const vscode = require("vscode");

const pollEvery = 500;

exports.registerWireView = (model, extensionUri) => {
  const view = vscode.window.registerWebviewViewProvider(
    "gatelodgeDemo.wire",
    { resolveWebviewView: (webviewView) => showWire(webviewView, model, extensionUri) },
    { webviewOptions: { retainContextWhenHidden: true } },
  );
  return vscode.Disposable.from(view, vscode.commands.registerCommand("gatelodgeDemo.clearWire", () => model.clearWire()));
};

function showWire({ webview, onDidDispose }, model, extensionUri) {
  webview.options = { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, "wire")] };
  const shown = { text: undefined };
  const poll = async () => {
    const wire = await model.wire().catch(() => undefined);
    const text = JSON.stringify(wire);
    if (text === shown.text) return;
    shown.text = text;
    await webview.postMessage(wire ? { kind: "wire", requests: wire } : { kind: "unreachable" });
  };
  // The page asks once it listens; what was posted before that is lost.
  webview.onDidReceiveMessage(() => {
    shown.text = undefined;
    return poll();
  });
  webview.html = pageFor(webview, extensionUri);
  const timer = setInterval(poll, pollEvery);
  onDidDispose(() => clearInterval(timer));
}

function pageFor(webview, extensionUri) {
  const nonce = randomBytes(16).toString("base64");
  const resource = (name) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, "wire", name));
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'">
  <link rel="stylesheet" href="${resource("wire.css")}">
  <title>What reached the model</title>
</head>
<body>
  <p id="status" role="status"></p>
  <ol id="requests" aria-label="Requests, newest first"></ol>
  <script nonce="${nonce}" src="${resource("wire.js")}"></script>
</body>
</html>`;
}
