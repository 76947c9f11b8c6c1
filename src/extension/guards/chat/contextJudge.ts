import * as vscode from "vscode";
import { markerWindow } from "../../../core/classify.ts";
import { strictness, type Decision, type Destination, type Effect, type Request } from "../../../core/request.ts";
import type { FindingsSource } from "../../documents.ts";
import type { Parts } from "../../parts.ts";
import { chatDestinations } from "./chatDestinations.ts";

/** A question and its answer, for the strictest of all destinations; asking `gate.decide` with the question records it. */
export interface Judged {
  readonly request: Request;
  readonly decision: Decision;
}

/** What the policy says of things on their way into a chat. Previews: nothing is recorded here. */
export interface ContextJudge extends vscode.Disposable {
  readonly text: (text: string) => Judged;
  /** A whole file. What is open is judged by its findings and head, else by `text`, its head on disk. */
  readonly file: (uri: vscode.Uri, text?: string) => Judged;
  readonly undecided: (why: string) => Judged;
}

export function createContextJudge(parts: Parts, findings: FindingsSource, ownId: string): ContextJudge {
  // Looked up when first needed, not while the editor starts.
  const state: { destinations?: readonly Destination[] } = {};
  const subscription = vscode.extensions.onDidChange(() => {
    delete state.destinations;
  });
  const judge = (request: Omit<Request, "destination">): Judged => {
    state.destinations ??= chatDestinations(ownId);
    return strictestOf(state.destinations.map((destination) => {
      const asked = { ...request, destination };
      return { request: asked, decision: parts.gate.preview(asked) };
    }));
  };
  const judgeFile = (uri: vscode.Uri, text: string | undefined): Judged => {
    const place = { channel: "chat", able: ["allow", "warn", "block"], ...filePlace(parts, uri) } as const;
    const undecided = findings.undecided(uri);
    const known = judge({ ...place, ...contentOf(findings, uri, text) });
    return undecided === undefined ? known : strictestOf([known, judge({ ...place, undecided })]);
  };
  return {
    text: (text) => judge({ channel: "prompt", able: ["allow", "warn", "redact", "block"], text, ...workspacePlace(parts) }),
    file: judgeFile,
    undecided: (why) => judge({ channel: "prompt", able: ["allow", "warn", "block"], undecided: why, ...workspacePlace(parts) }),
    dispose: () => subscription.dispose(),
  };
}

/** Of several answers the one that asks for most; the first of equals. */
export function strictestOf(answers: readonly Judged[]): Judged {
  const [first, ...others] = answers;
  if (first === undefined) throw new Error("nothing was judged");
  return others.reduce((strictest, next) => (severity(next) > severity(strictest) ? next : strictest), first);
}

/** The door must stand in the way. */
export function isStopped({ decision }: Judged): boolean {
  return decision.enforced === "block" || decision.enforced === "redact";
}

// What monitor mode only notes still outranks what nobody objects to.
const severity = ({ decision }: Judged) => strictness(decision.enforced === "none" ? "block" : decision.enforced) * 10 + strictness(decision.effect satisfies Effect);

function workspacePlace(parts: Parts): Pick<Request, "folder"> {
  const first = vscode.workspace.workspaceFolders?.[0];
  const folder = first === undefined ? undefined : parts.identify(first.uri.toString())?.absolute;
  return folder === undefined ? {} : { folder };
}

function filePlace(parts: Parts, uri: vscode.Uri): Pick<Request, "path" | "folder"> {
  const path = parts.identify(uri.toString());
  return path === undefined ? workspacePlace(parts) : { path };
}

function contentOf(source: FindingsSource, uri: vscode.Uri, onDisk: string | undefined): Pick<Request, "text" | "findings"> {
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (document === undefined) return onDisk === undefined ? {} : { text: onDisk };
  const findings = source.get(uri);
  return { text: document.getText(new vscode.Range(document.positionAt(0), document.positionAt(markerWindow))), ...(findings === undefined ? {} : { findings }) };
}
