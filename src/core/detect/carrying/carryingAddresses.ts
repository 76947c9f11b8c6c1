import type { Finding } from "../../request.ts";

/** Of pictures and what else is fetched as soon as it is shown. */
export const carryingPictureId = "carrying-picture";
/** Of links, by which data leaves when somebody follows them. */
export const carryingLinkId = "carrying-link";

/** Up to what ends an address in Markdown, HTML and plain text, but for the bracket that closes a link. */
const address = /(?:https?:)?\/\/([^\s/?#<>"'`()[\]\\]+)([^\s<>"'`\\]*)/gi;
const beforePicture = /(?:!\[(?:[^[\]]|\[[^[\]]*\])*\]\(\s*<?|<(?:img|source|video|audio|iframe|embed|object|image|link)\b[^>]*=\s*["']?|\burl\(\s*["']?)$/i;
const beforeDefinition = /^[ \t]{0,3}\[[^\]\n]+\]:[ \t]*<?$/m;
const thisMachine = /^(?:localhost|127\.\d+\.\d+\.\d+)(?::\d+)?$/i;
/** Shorter pieces say little of what somebody has written. */
const least = { picture: 16, link: 48 } as const;
/** Many short pieces say as much. */
const manyPieces = 8;
const sight = 1000;

/**
 * Addresses in what a model says that have room for data in them: a long value in the query, a long part of the path, a long
 * name of the host. What it says nobody can tell, so that a harmless one with a long value is found too.
 */
export function findCarryingAddresses(text: string): readonly Finding[] {
  return [...text.matchAll(address)].flatMap(({ 0: found, 1: host = "", 2: behind = "", index }): readonly Finding[] => {
    const rest = upToItsBracket(behind);
    const length = found.length - behind.length + rest.length;
    if (thisMachine.test(host)) return [];
    const before = text.slice(Math.max(0, index - sight), index);
    // A definition may be a picture's.
    const shown = beforePicture.test(before) || beforeDefinition.test(before.slice(before.lastIndexOf("\n") + 1));
    const longest = Math.max(0, ...piecesOf(host, rest).map((piece) => piece.length));
    const room = shown ? least.picture : least.link;
    return longest < room && host.length + (rest.split("#")[0] ?? "").length < manyPieces * room ? [] : [{ detector: shown ? carryingPictureId : carryingLinkId, kind: "hidden", tier: "likely", start: index, end: index + length }];
  });
}

/** Brackets may stand in an address in pairs; one without its other ends the link around it. */
function upToItsBracket(text: string): string {
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(") open += 1;
    if (text[at] === ")") open -= 1;
    if (open < 0) return text.slice(0, at);
  }
  return text;
}

/** What a server is told: labels of its name, parts of the path, values of the query. What stands behind `#` stays here. */
function piecesOf(host: string, rest: string): readonly string[] {
  const [path = "", query = ""] = (rest.split("#")[0] ?? "").split(/\?(.*)/s);
  return [...host.split(/[.@:]/), ...path.split("/"), ...(query === "" ? [] : [query])];
}
