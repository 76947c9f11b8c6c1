"use strict";
/** What assistants add without being asked: the other files that are open, in tabs or by any extension. */
const vscode = require("vscode");

const mostNeighbours = 8;
const mostCharacters = 20_000;

/** @param {vscode.TextDocument | undefined} current */
exports.neighboursOf = (current) =>
  vscode.workspace.textDocuments
    .filter((document) => document !== current && ["file", "untitled"].includes(document.uri.scheme))
    .slice(0, mostNeighbours)
    .map((document) => ({ path: vscode.workspace.asRelativePath(document.uri), text: document.getText().slice(0, mostCharacters) }));
