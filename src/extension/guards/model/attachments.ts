import * as vscode from "vscode";
import type { Conversation } from "../../../core/placeholders/conversation.ts";
import type { Decision, Destination, Request } from "../../../core/request.ts";
import { decodeText } from "../../../node/decodeText.ts";
import type { Parts } from "../../parts.ts";

/** What is attached to a prompt as a model may read it, with what stood there before; or why it may not. */
export type Attachment = { readonly text: string; readonly original: string } | { readonly refused: string };

export interface AttachmentParts {
  readonly gate: Pick<Parts["gate"], "decide" | "preview">;
  readonly identify: Parts["identify"];
  readonly conversation: Pick<Conversation, "redact">;
  /** Records that something could not be looked through. */
  readonly unseen: (why: string) => void;
}

const longest = 1024 * 1024;
const able = ["allow", "warn", "redact", "block"] as const;

/** Reads a file or a place in it, judges it by its path and its text, and puts placeholders where something must not go out. */
export async function readAttachment(parts: AttachmentParts, value: unknown, destination: Destination): Promise<Attachment> {
  if (typeof value === "string") return { text: value, original: value };
  const uri = value instanceof vscode.Location ? value.uri : value;
  const whole = uri instanceof vscode.Uri ? await textOf(uri) : undefined;
  if (whole === undefined || !(uri instanceof vscode.Uri)) {
    parts.unseen("something attached is no text, or too large");
    return { refused: "Something attached is no text, or larger than 1 MB, so Gatelodge cannot look through it. Take it out of the prompt." };
  }
  const text = value instanceof vscode.Location ? linesOf(whole, value.range) : whole;
  const decision = judge(parts, uri, { whole, text }, destination);
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  if (decision.enforced === "block" || decision.enforced === "none") return { refused: `Gatelodge keeps ${name} from this model (${decision.rule}). ${decision.reasons[0]?.text ?? ""}` };
  const fenced = (content: string) => `\n\nFile ${vscode.workspace.asRelativePath(uri)}:\n\`\`\`\n${content}\n\`\`\``;
  return { text: fenced(decision.enforced === "redact" ? parts.conversation.redact(text, decision.findings, decision.label) : text), original: text };
}

/** Some lines of a file are classified as the whole of it is. */
function judge({ gate, identify }: AttachmentParts, uri: vscode.Uri, { whole, text }: { readonly whole: string; readonly text: string }, destination: Destination): Decision {
  const path = identify(uri.toString());
  const asked: Request = { channel: "model", destination, able, ...(path === undefined ? {} : { path }) };
  const sourceLabel = whole === text ? undefined : gate.preview({ ...asked, text: whole }).label;
  return gate.decide({ ...asked, text, ...(sourceLabel === undefined ? {} : { sourceLabel }) });
}

/** What is in the editor counts, saved or not. Opening it for this would hand it to every extension. */
async function textOf(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => !document.isClosed && document.uri.toString() === uri.toString());
  if (open !== undefined) return atMost(open.getText());
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    return (type & vscode.FileType.File) === 0 || size > longest ? undefined : decodeText(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined; // gone, or nobody may read it
  }
}

const atMost = (text: string) => (text.length > longest ? undefined : text);
const linesOf = (text: string, { start, end }: vscode.Range) => text.split(/\r?\n/).slice(start.line, end.line + 1).join("\n");
