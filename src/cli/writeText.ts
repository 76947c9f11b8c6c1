import type { Writable } from "node:stream";

/** Resolves when the stream has taken the text: whoever awaits it never fills the memory of a slow reader's pipe. */
export function writeText(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => void stream.write(text, (error) => (error ? reject(error) : resolve())));
}

/** A text from outside in one line of a terminal: control and invisible characters are shown as their codes. */
export function toPlain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${char.codePointAt(0)?.toString(16)}}`);
}
