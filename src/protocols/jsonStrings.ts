/** A string in a JSON text, names of fields too: where its quotes stand, and what it says. */
export interface JsonString {
  readonly path: readonly (string | number)[];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The name of a field, the last part of its path. */
  readonly isName?: true;
  /** The name of a field that stands there a second time. */
  readonly isTwin?: true;
}

export class TooDeepError extends Error {}

interface Level { readonly isArray: boolean; name: string; at: number; readonly names: Set<string> }

/** Every string of a text that is JSON (which is not checked), in order; of a field that stands twice, both. Deeper than that it throws. */
export function jsonStrings(source: string, deepest = Number.POSITIVE_INFINITY): readonly JsonString[] {
  const found: JsonString[] = [];
  const levels: Level[] = [];
  const pathHere = () => levels.map(({ isArray, name, at }) => (isArray ? at : name));
  let wantsName = false;
  for (let at = 0; at < source.length; at += 1) {
    const char = source[at];
    if (char === "{" || char === "[") {
      if (levels.length >= deepest) throw new TooDeepError();
      levels.push({ isArray: char === "[", name: "", at: 0, names: new Set() });
      wantsName = char === "{";
    } else if (char === "}" || char === "]") {
      levels.pop();
      wantsName = false;
    } else if (char === ",") {
      const level = levels.at(-1);
      if (level?.isArray === true) level.at += 1;
      wantsName = level?.isArray === false;
    } else if (char === '"') {
      const end = endOfString(source, at);
      const text = readString(source.slice(at, end));
      const level = levels.at(-1);
      const isTwin = wantsName && level?.names.has(text) === true;
      if (wantsName) level?.names.add((level.name = text));
      found.push({ path: pathHere(), start: at, end, text, ...(wantsName ? { isName: true as const } : {}), ...(isTwin ? { isTwin: true as const } : {}) });
      wantsName = false;
      at = end - 1;
    }
  }
  return found;
}

/** The text itself, unless a field stands in it twice: which of both a reader takes is not known, so that only the last is left. */
export function withoutTwins(source: string, deepest: number): string {
  return jsonStrings(source, deepest).some(({ isTwin }) => isTwin === true) ? JSON.stringify(JSON.parse(source)) : source;
}

/** The same text with other strings at these places; all around them stays as it is, numbers of any length too. */
export function replaceStrings(source: string, replacements: readonly { readonly start: number; readonly end: number; readonly text: string }[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text } of replacements.toSorted((a, b) => a.start - b.start)) {
    parts.push(source.slice(from, start), JSON.stringify(text));
    from = end;
  }
  return parts.join("") + source.slice(from);
}

/** The same text with other strings at these paths. */
export function withTexts(source: string, texts: readonly { readonly path: JsonString["path"]; readonly text: string }[]): string {
  const byPath = new Map(texts.map(({ path, text }) => [path.join("\0"), text]));
  const changed = jsonStrings(source).flatMap(({ path, start, end, text: before, isName }) => {
    const text = isName === true ? undefined : byPath.get(path.join("\0"));
    return text === undefined || text === before ? [] : [{ start, end, text }];
  });
  return replaceStrings(source, changed);
}

function endOfString(source: string, start: number): number {
  for (let end = source.indexOf('"', start + 1); end >= 0; end = source.indexOf('"', end + 1)) {
    let escapes = end - 1;
    while (source[escapes] === "\\") escapes -= 1;
    if ((end - escapes) % 2 === 1) return end + 1;
  }
  return source.length;
}

const readString = (token: string): string => (token.includes("\\") ? String(JSON.parse(token)) : token.slice(1, -1));
