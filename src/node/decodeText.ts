/** What tells text from other things; as much as git looks at. */
export const sampleBytes = 8000;

/** Bytes of a document as text, without its byte order mark; `undefined`: it is no text. UTF-8 unless it is UTF-16, whatever is broken in it. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  return encoding === undefined ? undefined : new TextDecoder(encoding).decode(bytes);
}

/** The same for what is judged whatever it is: what is no text becomes replacement characters, between which a token can still stand. */
export function decodeHead(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes) ?? "utf-8").decode(bytes);
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const { length, even, odd, controls } = countIn(bytes);
  // Latin letters in UTF-16 have a zero in every second byte, on one side.
  if (odd > length / 5 && even * 20 < odd) return "utf-16le";
  if (even > length / 5 && odd * 20 < even) return "utf-16be";
  // By their share: one zero byte alone would let a text hide.
  return controls * 20 > length ? undefined : "utf-8";
}

/** Zeros at even and at odd places, and all control characters that no text has. */
function countIn(bytes: Uint8Array) {
  const length = Math.min(bytes.length, sampleBytes);
  let [even, odd, controls] = [0, 0, 0];
  for (let index = 0; index < length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte > 31 || byte === 27 || (byte > 8 && byte < 14)) continue;
    controls += 1;
    if (byte > 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  return { length, even, odd, controls };
}
