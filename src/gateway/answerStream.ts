import { StringDecoder } from "node:string_decoder";
import { Transform } from "node:stream";
import { readWhole, type TextReader } from "../core/textReader.ts";
import { withTexts } from "../protocols/jsonStrings.ts";
import { parseObject, type Json, type Protocol, type ShownText } from "../protocols/protocol.ts";
import { createSplitter, dataOfEvent } from "../protocols/serverEvents.ts";

/** A text of a stream, with its last piece: by that, what still waits can be said when it ends. */
interface Growing { readonly reader: TextReader; piece: Piece; place: ShownText }

/** A piece of an answer as it came, which is kept wherever nothing is changed, and as it reads. */
interface Piece { readonly source: string; readonly json: Json }

/** Makes a reader for each text of an answer. */
type Begin = () => TextReader;

/**
 * Has all that a person is shown of an answer read, piece by piece as it comes. What a reader keeps waits for the next piece.
 * A piece that cannot be read is handed on as it is.
 */
export function createAnswerStream(protocol: Protocol, begin: Begin): Transform {
  const decoder = new StringDecoder("utf8");
  const splitter = createSplitter(protocol.pieces);
  const growing = new Map<string, Growing>();
  const rewrite = protocol.pieces === "sse" ? rewriteEvent : rewriteLine;
  const toPieces: ToPieces = (piece) => (piece === undefined ? endAll(growing) : readPiece(protocol, begin, growing, piece));
  const drain = (text: string): string => splitter.feed(text).map((part) => rewrite(part.text, part.end, toPieces)).join("");
  return new Transform({
    transform: (chunk: Buffer, _, callback) => callback(null, drain(decoder.write(chunk))),
    flush: (callback) => {
      const last = drain(decoder.end());
      const open = splitter.end().map((part) => rewrite(part.text, part.end, toPieces)).join("");
      const waiting = endAll(growing).map((piece) => frame(protocol, piece)).join("");
      callback(null, last + open + waiting);
    },
  });
}

/** An answer in one piece. */
export function readAnswer(protocol: Protocol, begin: Begin, source: string): string {
  const answer = parseObject(source);
  return answer === undefined ? source : withTexts(source, protocol.shownTexts(answer).map(({ path, text }) => ({ path, text: readWhole(begin(), text) })));
}

function readPiece(protocol: Protocol, begin: Begin, growing: Map<string, Growing>, piece: Piece): readonly string[] {
  if (protocol.isPing?.(piece.json) === true) return [piece.source];
  const places = protocol.shownTexts(piece.json);
  // What comes without a text ends those before it.
  if (places.length === 0) return [...endAll(growing), piece.source];
  const shown = places.map((place) => {
    if (place.whole === true) return { path: place.path, text: readWhole(begin(), place.text) };
    const known = growing.get(place.stream) ?? { reader: begin(), piece, place };
    growing.set(place.stream, Object.assign(known, { piece, place }));
    // Ollama's last piece has a text as well, an empty one.
    return { path: place.path, text: known.reader.feed(place.text) + (piece.json["done"] === true ? known.reader.end() : "") };
  });
  return [withTexts(piece.source, shown)];
}

/** Pieces of our own, formed as the last ones were, for what still waited. A text that goes on afterwards is still the same one. */
function endAll(growing: Map<string, Growing>): readonly string[] {
  return [...growing.values()].flatMap(({ reader, piece, place: { path } }) => {
    const text = reader.end();
    return text === "" ? [] : [withTexts(piece.source, [{ path, text }])];
  });
}

const toDataLines = (source: string) => source.split("\n").map((line) => `data: ${line}`).join("\n");
const frameEvent = (source: string) => {
  const type = parseObject(source)?.["type"];
  return `${typeof type === "string" ? `event: ${type}\n` : ""}${toDataLines(source)}\n\n`;
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
  const source = dataOfEvent(event);
  const json = parseObject(source);
  if (json === undefined) return (source === "" ? "" : toPieces(undefined).map(frameEvent).join("")) + event + end;
  const pieces = toPieces({ source, json });
  const before = pieces.slice(0, -1).map(frameEvent).join("");
  const last = pieces.at(-1)!;
  if (last === source) return before + event + end;
  return before + [...event.split(/\r?\n/).filter((line) => !line.startsWith("data:")), toDataLines(last)].join("\n") + (end || "\n\n");
}
