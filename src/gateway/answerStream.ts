import { StringDecoder } from "node:string_decoder";
import { Transform } from "node:stream";
import type { Conversation } from "../core/placeholders/conversation.ts";
import { createRestorer, type Restorer } from "../core/placeholders/createRestorer.ts";
import { withTexts } from "../protocols/jsonStrings.ts";
import { parseObject, type Json, type Protocol, type ShownText } from "../protocols/protocol.ts";

const longestSeparator = "\r\n\r\n".length;

/** The last text of a stream, by which what still waits can be said when it ends. */
interface Growing { readonly restorer: Restorer; piece: Piece; place: ShownText }

/** A piece of an answer as it came, which is kept wherever nothing is put back, and as it reads. */
interface Piece { readonly source: string; readonly json: Json }

/**
 * Puts values back into what a person is shown, piece by piece as it comes. Only what could be the start of a placeholder
 * waits for the next piece. A piece that cannot be read is handed on as it is.
 */
export function createAnswerStream(protocol: Protocol, conversation: Pick<Conversation, "restore" | "unfinished">): Transform {
  const decoder = new StringDecoder("utf8");
  const state = { rest: "" };
  const growing = new Map<string, Growing>();
  const rewrite = protocol.pieces === "sse" ? rewriteEvent : rewriteLine;
  const separator = protocol.pieces === "sse" ? /\r?\n\r?\n/g : /\r?\n/g;
  const toPieces: ToPieces = (piece) => (piece === undefined ? endAll(growing) : restorePiece(protocol, conversation, growing, piece));
  const drain = (text: string): string => {
    // What was looked through is not looked through again, but for a separator's beginning.
    separator.lastIndex = Math.max(0, state.rest.length - longestSeparator + 1);
    state.rest += text;
    const done: string[] = [];
    let start = 0;
    for (let end = separator.exec(state.rest); end !== null; end = separator.exec(state.rest)) {
      done.push(rewrite(state.rest.slice(start, end.index), end[0], toPieces));
      start = separator.lastIndex;
    }
    state.rest = state.rest.slice(start);
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
export function restoreAnswer(protocol: Protocol, conversation: Pick<Conversation, "restore">, source: string): string {
  const answer = parseObject(source);
  return answer === undefined ? source : withTexts(source, protocol.shownTexts(answer).map(({ path, text }) => ({ path, text: conversation.restore(text, { to: "screen" }) })));
}

function restorePiece(protocol: Protocol, conversation: Pick<Conversation, "restore" | "unfinished">, growing: Map<string, Growing>, piece: Piece): readonly string[] {
  if (protocol.isPing?.(piece.json) === true) return [piece.source];
  const places = protocol.shownTexts(piece.json);
  // What comes without a text ends those before it.
  if (places.length === 0) return [...endAll(growing), piece.source];
  const shown = places.map((place) => {
    if (place.whole === true) return { path: place.path, text: conversation.restore(place.text, { to: "screen" }) };
    const known = growing.get(place.stream) ?? { restorer: createRestorer(conversation, { to: "screen" }), piece, place };
    growing.set(place.stream, Object.assign(known, { piece, place }));
    // Ollama's last piece has a text as well, an empty one.
    return { path: place.path, text: known.restorer.feed(place.text) + (piece.json["done"] === true ? known.restorer.end() : "") };
  });
  return [withTexts(piece.source, shown)];
}

/** Pieces of our own, formed as the last ones were, for what still waited. */
function endAll(growing: Map<string, Growing>): readonly string[] {
  const ended = [...growing.values()].flatMap(({ restorer, piece, place: { path } }) => {
    const text = restorer.end();
    return text === "" ? [] : [withTexts(piece.source, [{ path, text }])];
  });
  growing.clear();
  return ended;
}

const dataOf = (source: string) => source.split("\n").map((line) => `data: ${line}`).join("\n");
const frameEvent = (source: string) => {
  const type = parseObject(source)?.["type"];
  return `${typeof type === "string" ? `event: ${type}\n` : ""}${dataOf(source)}\n\n`;
};
const frame = ({ pieces }: Protocol, source: string) => (pieces === "sse" ? frameEvent(source) : `${source}\n`);

/** `undefined`: something that is no JSON came, such as the mark of the end. */
type ToPieces = (piece: Piece | undefined) => readonly string[];

function rewriteLine(line: string, end: string, toPieces: ToPieces): string {
  const json = parseObject(line);
  return json === undefined ? line + end : toPieces({ source: line, json }).map((each) => each + (end || "\n")).join("");
}

/** One event; fields other than `data` belong to the last piece that comes of it. */
function rewriteEvent(event: string, end: string, toPieces: ToPieces): string {
  const lines = event.split(/\r?\n/);
  const source = lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5).replace(/^ /, "")).join("\n");
  const json = parseObject(source);
  if (json === undefined) return (source === "" ? "" : toPieces(undefined).map(frameEvent).join("")) + event + end;
  const pieces = toPieces({ source, json });
  const before = pieces.slice(0, -1).map(frameEvent).join("");
  const last = pieces.at(-1)!;
  if (last === source) return before + event + end;
  return before + [...lines.filter((line) => !line.startsWith("data:")), dataOf(last)].join("\n") + (end || "\n\n");
}
