const longest = 80;

/**
 * What invisible characters say, for showing it: Unicode tags are ASCII moved away, and variation selectors stand for bytes.
 * `undefined` where it is no text. Shortened; the caller masks what is sensitive in it.
 */
export function decodeHidden(run: string): string | undefined {
  const codes = Array.from(run, (char) => char.codePointAt(0) ?? 0);
  const tags = codes.filter((code) => code >= 0xe0020 && code <= 0xe007e).map((code) => code - 0xe0000);
  const bytes = codes.flatMap((code) => (code >= 0xfe00 && code <= 0xfe0f ? [code - 0xfe00] : code >= 0xe0100 && code <= 0xe01ef ? [code - 0xe0100 + 16] : []));
  const said = tags.length > 0 ? String.fromCharCode(...tags.slice(0, 4 * longest)) : readable(bytes) ?? readable(bytes.map((byte) => byte - 16));
  if (said === undefined || said.trim() === "") return undefined;
  return said.length > longest ? `${said.slice(0, longest)}…` : said;
}

/** UTF-8 of printable characters; the first sixteen selectors are bytes of their own, or are not counted at all. */
function readable(bytes: readonly number[]): string | undefined {
  if (bytes.length < 3 || bytes.some((byte) => byte < 0)) return undefined;
  const text = new TextDecoder().decode(Uint8Array.from(bytes.slice(0, 4 * longest))).replace(/\uFFFD$/, "");
  return /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(text) && !text.includes("\uFFFD") ? text.replaceAll(/\s+/g, " ") : undefined;
}
