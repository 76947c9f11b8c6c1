import { StringDecoder } from "node:string_decoder";
import { Transform } from "node:stream";
import type { Conversation } from "../core/placeholders/conversation.ts";
import { createRestorer, type Restorer } from "../core/placeholders/createRestorer.ts";
import { isObject, withText, type Json, type Protocol, type ShownText } from "../protocols/protocol.ts";

/** The last text of a stream, by which what still waits can be said when it ends. */
interface Growing { readonly restorer: Restorer; piece: Json; place: ShownText }

/**
 * Puts values back into what a person is shown, piece by piece as it comes. Only what could be the start of a placeholder
 * waits for the next piece. A piece that cannot be read is handed on as it is.
 */
export function createAnswerStream(protocol: Protocol, conversation: Pick<Conversation, "restore" | "unfinished">): Transform {
  const decoder = new StringDecoder("utf8");
  const state = { rest: "" };
  const growing = new Map<string, Growing>();
  const rewrite = protocol.pieces === "sse" ? rewriteEvent : rewriteLine;
  const separator = protocol.pieces === "sse" ? /\r?\n\r?\n/ : /\r?\n/;
  const toPieces: ToPieces = (piece) => (piece === undefined ? endAll(growing) : restorePiece(protocol, conversation, growing, piece));
  const drain = (text: string): string => {
    state.rest += text;
    const done: string[] = [];
    for (let end = separator.exec(state.rest); end !== null; end = separator.exec(state.rest)) {
      done.push(rewrite(state.rest.slice(0, end.index), end[0], toPieces));
      state.rest = state.rest.slice(end.index + end[0].length);
    }
    return done.join("");
  };
  return new Transform({
    transform: (chunk: Buffer, _, callback) => callback(null, drain(decoder.write(chunk))),
    flush: (callback) => {
      const last = drain(decoder.end());
      const open = state.rest === "" ? "" : rewrite(state.rest, "", toPieces);
      const waiting = endAll(growing).map((piece) => frame(protocol, piece)).join("");
      callback(null, last + open + waiting);
    },
  });
}

/** An answer in one piece. */
export function restoreAnswer(protocol: Protocol, conversation: Pick<Conversation, "restore">, answer: Json): Json {
  return protocol.shownTexts(answer).reduce<unknown>((value, { path, text }) => withText(value, path, conversation.restore(text, { to: "screen" })), answer) as Json;
}

function restorePiece(protocol: Protocol, conversation: Pick<Conversation, "restore" | "unfinished">, growing: Map<string, Growing>, piece: Json): readonly Json[] {
  if (protocol.isPing?.(piece) === true) return [piece];
  const places = protocol.shownTexts(piece);
  // What comes without a text ends those before it.
  if (places.length === 0) return [...endAll(growing), piece];
  const shown = places.reduce<unknown>((value, place) => {
    if (place.whole === true) return withText(value, place.path, conversation.restore(place.text, { to: "screen" }));
    const known = growing.get(place.stream) ?? { restorer: createRestorer(conversation, { to: "screen" }), piece, place };
    growing.set(place.stream, Object.assign(known, { piece, place }));
    // Ollama's last piece has a text as well, an empty one.
    const text = known.restorer.feed(place.text) + (piece["done"] === true ? known.restorer.end() : "");
    return withText(value, place.path, text);
  }, piece);
  return [shown as Json];
}

/** Pieces of our own, formed as the last ones were, for what still waited. */
function endAll(growing: Map<string, Growing>): readonly Json[] {
  const ended = [...growing.values()].flatMap(({ restorer, piece, place }) => {
    const text = restorer.end();
    return text === "" ? [] : [withText(piece, place.path, text) as Json];
  });
  growing.clear();
  return ended;
}

const frameEvent = (piece: Json) => `${typeof piece["type"] === "string" ? `event: ${piece["type"]}\n` : ""}data: ${JSON.stringify(piece)}\n\n`;
const frame = ({ pieces }: Protocol, piece: Json) => (pieces === "sse" ? frameEvent(piece) : `${JSON.stringify(piece)}\n`);

/** `undefined`: something that is no JSON came, such as the mark of the end. */
type ToPieces = (piece: Json | undefined) => readonly Json[];

function rewriteLine(line: string, end: string, toPieces: ToPieces): string {
  const piece = parse(line);
  return piece === undefined ? line + end : toPieces(piece).map((each) => same(each, piece, line) + (end || "\n")).join("");
}

/** One event; fields other than `data` belong to the last piece that comes of it. */
function rewriteEvent(event: string, end: string, toPieces: ToPieces): string {
  const lines = event.split(/\r?\n/);
  const data = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).replace(/^ /, "")).join("\n");
  const piece = parse(data);
  if (piece === undefined) return (data === "" ? "" : toPieces(undefined).map(frameEvent).join("")) + event + end;
  const pieces = toPieces(piece);
  const before = pieces.slice(0, -1).map(frameEvent);
  const last = pieces.at(-1)!;
  if (last === piece) return before.join("") + event + end;
  return before.join("") + [...lines.filter((line) => !line.startsWith("data:")), `data: ${JSON.stringify(last)}`].join("\n") + (end || "\n\n");
}

const same = (piece: Json, original: Json, line: string) => (piece === original ? line : JSON.stringify(piece));

function parse(text: string): Json | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return isObject(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
