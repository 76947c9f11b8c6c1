/** What tells text from other things; as much as git looks at. */
export const sampleBytes = 8000;

/** Bytes of a document as text, without its byte order mark; `undefined`: it is no text. UTF-8 unless it is UTF-16, whatever is broken in it. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = encodingOf(bytes);
  return encoding === undefined ? undefined : new TextDecoder(encoding).decode(bytes);
}

function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const sample = bytes.subarray(0, sampleBytes);
  const [even, odd] = countZeros(sample);
  // Latin letters in UTF-16 have a zero in every second byte, on one side.
  if (odd > sample.length / 5 && even * 20 < odd) return "utf-16le";
  if (even > sample.length / 5 && odd * 20 < even) return "utf-16be";
  return isBinary(sample) ? undefined : "utf-8";
}

function countZeros(sample: Uint8Array): readonly [number, number] {
  const counts: [number, number] = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) counts[index % 2 === 0 ? 0 : 1] += 1;
  return counts;
}

/** By its share of control characters: one zero byte alone would let a text hide. */
function isBinary(sample: Uint8Array): boolean {
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) controls += 1;
  return controls * 20 > sample.length;
}
