import * as vscode from "vscode";
import { markerWindow } from "../../../core/classify.ts";
import type { Destination, Request } from "../../../core/request.ts";
import type { FindingsSource } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import { strictestOf, type Judged } from "../judged.ts";
import { workspacePlaces } from "../workspacePlaces.ts";
import type { FileHead } from "./fileHead.ts";
import { chatDestinations } from "./chatDestinations.ts";

/** What the policy says of things on their way into a chat. Previews: nothing is recorded here. */
export interface ContextJudge extends vscode.Disposable {
  readonly text: (text: string) => Judged;
  /** A whole file. What is open is judged by its findings and head, else by `text`, its head on disk. */
  readonly file: (uri: vscode.Uri, text?: string) => Judged;
  /** The same of a file that was read for this. */
  readonly head: (file: FileHead) => Judged;
  /** Words that may name something: the policy's `otherwise.other`. */
  readonly undecided: (why: string) => Judged;
  /** Files that nobody could look up, or not all of them: as strict as an unreadable path. */
  readonly unseen: (why: string) => Judged;
}

export function createContextJudge(parts: Parts, findings: FindingsSource, ownId: string): ContextJudge {
  // Looked up when first needed, not while the editor starts.
  const state: { destinations?: readonly Destination[] } = {};
  const subscription = vscode.extensions.onDidChange(() => {
    delete state.destinations;
  });
  const judge = (request: Omit<Request, "destination" | "path" | "folder">, places: readonly Pick<Request, "path" | "folder">[]): Judged => {
    state.destinations ??= chatDestinations(ownId);
    return strictestOf(state.destinations.flatMap((destination) => places.map((place) => {
      const asked = { ...request, ...place, destination };
      return { request: asked, decision: parts.gate.preview(asked) };
    })));
  };
  const judgeFile = (uri: vscode.Uri, text: string | undefined): Judged => {
    const places = filePlaces(parts, uri);
    const undecided = findings.undecided(uri);
    const known = judge({ ...ofFile, ...contentOf(findings, uri, text) }, places);
    return undecided === undefined ? known : strictestOf([known, judge({ ...ofFile, undecided }, places)]);
  };
  return {
    text: (text) => judge({ channel: "prompt", able: ["allow", "warn", "redact", "block"], text }, workspacePlaces(vscode.workspace.workspaceFolders, parts)),
    file: judgeFile,
    head: ({ uri, text, cut }) => {
      const known = judgeFile(uri, text);
      // What is open is looked through by the language server, all of it.
      return cut === undefined || isOpen(uri) ? known : strictestOf([known, judge({ ...ofFile, undecided: "the file is larger than what is looked through" }, filePlaces(parts, uri))]);
    },
    undecided: (undecided) => judge({ channel: "prompt", able: ["allow", "warn", "block"], undecided }, workspacePlaces(vscode.workspace.workspaceFolders, parts)),
    // Any workspace folder may hold them, and no file system has said what they are. What was typed is no path for the record.
    unseen: (undecided) => judge({ ...ofFile, undecided }, workspacePlaces(vscode.workspace.workspaceFolders, parts).map(({ folder = "" }) => ({ path: { absolute: `${folder}/…`, aliases: [], resolved: false } }))),
    dispose: () => subscription.dispose(),
  };
}

const ofFile = { channel: "chat", able: ["allow", "warn", "block"] } as const satisfies Partial<Request>;

const isOpen = (uri: vscode.Uri) => vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString());

function filePlaces(parts: Parts, uri: vscode.Uri): readonly Pick<Request, "path" | "folder">[] {
  const path = parts.identify(uri.toString());
  return path === undefined ? workspacePlaces(vscode.workspace.workspaceFolders, parts) : [{ path }];
}

function contentOf(source: FindingsSource, uri: vscode.Uri, onDisk: string | undefined): Pick<Request, "text" | "findings"> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document === undefined) return onDisk === undefined ? {} : { text: onDisk };
  const findings = source.get(uri);
  return { text: document.getText(new vscode.Range(document.positionAt(0), document.positionAt(markerWindow))), ...(findings === undefined ? {} : { findings }) };
}
