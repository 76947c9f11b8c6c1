import type { ChatTurn } from "../../../protocols/chatRequest.ts";
import { isObject } from "../../../protocols/protocol.ts";

/** A message as the editor hands it to a provider: told by its parts' fields, since their classes differ from one version to the next. */
export interface GivenMessage {
  /** 1: user, 2: assistant, 3: system. */
  readonly role: number;
  readonly content: Iterable<unknown>;
}

/** Turns for a model, or what in them cannot be looked through. */
export type Turns = { readonly turns: readonly ChatTurn[] } | { readonly unseen: string };

type Part =
  | { readonly text: string }
  | { readonly call: { readonly id: string; readonly name: string; readonly input: object } }
  | { readonly result: string; readonly callId: string }
  | { readonly unseen: string };

/** Marks of an assistant for its own server: nothing for a model to read. */
const marks = new Set(["cache_control", "stateful_marker", "thinking"]);

/** Reads what the editor hands over. Pictures and sounds are named rather than left out: an answer without them would be one to another question. */
export function toTurns(messages: readonly GivenMessage[]): Turns {
  const all = messages.map(({ role, content }) => ({ role, parts: [...content].flatMap(readPart) }));
  const unseen = all.flatMap(({ parts }) => parts).find((part) => "unseen" in part);
  return unseen === undefined ? { turns: all.flatMap(({ role, parts }) => turnsOf(role, parts)) } : unseen;
}

function turnsOf(role: number, parts: readonly Part[]): readonly ChatTurn[] {
  const text = textsOf(parts);
  if (role === 2) return [{ role: "assistant", text, calls: parts.flatMap((part) => ("call" in part ? [part.call] : [])) }];
  // What tools gave stands right behind the call.
  const results = parts.flatMap((part): readonly ChatTurn[] => ("result" in part ? [{ role: "tool", text: part.result, callId: part.callId }] : []));
  return text === "" && results.length > 0 ? results : [...results, { role: role === 3 ? "system" : "user", text }];
}

const textsOf = (parts: readonly Part[]) => parts.map((part) => ("text" in part ? part.text : "")).join("");

function readPart(part: unknown): readonly Part[] {
  if (typeof part === "string") return [{ text: part }];
  if (!isObject(part)) return [];
  const { value, callId, name, input, content, mimeType, data } = part;
  if (typeof callId === "string") return typeof name === "string" ? [{ call: { id: callId, name, input: isObject(input) ? input : {} } }] : readResult(callId, content);
  if (typeof mimeType === "string" && data instanceof Uint8Array) return readBytes(mimeType, data);
  // What a model thought has a text as well, and an id.
  if (typeof value === "string" && !("id" in part)) return [{ text: value }];
  // A tool may answer in a tree of the editor's own.
  return isObject(value) ? [{ text: JSON.stringify(value) }] : [];
}

function readResult(callId: string, content: unknown): readonly Part[] {
  const parts = Array.isArray(content) ? content.flatMap(readPart) : [];
  const unseen = parts.filter((part) => "unseen" in part);
  return unseen.length > 0 ? unseen : [{ callId, result: textsOf(parts) }];
}

function readBytes(mimeType: string, data: Uint8Array): readonly Part[] {
  if (marks.has(mimeType)) return [];
  if (!/^text\/|[/+](?:json|xml|yaml)\b/i.test(mimeType)) return [{ unseen: "the request holds a picture or another attachment that is no text" }];
  return [{ text: new TextDecoder().decode(data) }];
}
