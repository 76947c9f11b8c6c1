import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** The page's frame: one script, one style sheet, nothing from elsewhere, and no value in it. */
export function toPageHtml(webview: vscode.Webview, pages: vscode.Uri): string {
  const nonce = randomBytes(16).toString("base64");
  const resource = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(pages, name)).toString();
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}';">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${resource("guardedView.css")}">
<title>Guarded view</title>
</head>
<body>
<script nonce="${nonce}" src="${resource("guardedView.js")}"></script>
</body>
</html>`;
}
