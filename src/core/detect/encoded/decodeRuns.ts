import { decodeBase64 } from "../base64.ts";
import { longestStretch, type Decoded } from "./decoded.ts";
import { eachLetterRun } from "./letterRuns.ts";
import { textOfBytes } from "./textOfBytes.ts";
import { endOfLines } from "./wrappedLines.ts";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const sixBits = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, digits.indexOf(String.fromCharCode(code).replace("-", "+").replace("_", "/"))));

/** As many letters as it takes to tell text from what is random. */
const sample = 40;

/** Calls back with what every run of base64 or hex stands for, if that is text. A part of it is worth nothing, so all of it is where a finding is. */
export function eachDecodedRun(text: string, found: (decoded: Decoded) => void): void {
  eachLetterRun(text, (start, firstEnd) => {
    const isHex = startsLikeHex(text, start, firstEnd);
    if (!isHex && !startsLikeBase64(text, start, firstEnd)) return firstEnd;
    const end = endOfLines(text, start, firstEnd);
    const written = text.slice(start, Math.min(end, start + longestStretch)).replaceAll(/\s+/g, "");
    const bytes = isHex ? decodeHex(written) : decodeBase64(written.slice(0, written.length - (written.length % 4 === 1 ? 1 : 0)));
    const plain = bytes === undefined ? undefined : textOfBytes(bytes);
    const place = { start, end: text.startsWith("==", end) ? end + 2 : text.startsWith("=", end) ? end + 1 : end };
    if (plain !== undefined) found({ text: plain, placeOf: () => place });
    return end;
  });
}

/** Without decoding: the first bit of nearly every byte is zero, which of random ones half are. */
function startsLikeBase64(text: string, start: number, end: number): boolean {
  const last = Math.min(end - 4, start + sample);
  let high = 0;
  for (let at = start; at <= last; at += 4) {
    high += (valueAt(text, at) >> 5) + ((valueAt(text, at + 1) >> 3) & 1) + ((valueAt(text, at + 2) >> 1) & 1);
    if (high > 2) return false;
  }
  return true;
}

const valueAt = (text: string, at: number) => sixBits[text.charCodeAt(at)] as number;

/** Digits, of which every first one is one that letters have, or the zero of a line end. */
function startsLikeHex(text: string, start: number, end: number): boolean {
  const last = Math.min(end, start + sample);
  let high = 0;
  for (let at = start; at + 1 < last; at += 2) {
    if (!isHexDigit(text.charCodeAt(at)) || !isHexDigit(text.charCodeAt(at + 1))) return false;
    const first = text.charCodeAt(at);
    if ((first < 50 || first > 55) && first !== 48 && ++high > 2) return false;
  }
  return true;
}

const isHexDigit = (code: number) => (code >= 48 && code <= 57) || (code >= 65 && code <= 70) || (code >= 97 && code <= 102);

function decodeHex(written: string): string | undefined {
  return /^(?:[\dA-Fa-f]{2})+$/.test(written) ? written.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))) : undefined;
}
