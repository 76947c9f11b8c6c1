import type { Readable } from "node:stream";

/** What the caller wrote, or why there is nothing to read. */
export type HookInput = { readonly text: string } | { readonly problem: string };

/** All of a stream as text, unless it is longer than `maxBytes` or not at its end after `milliseconds`. Never rejects. */
export function readInput(stream: Readable, maxBytes: number, milliseconds: number): Promise<HookInput> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const done = (input: HookInput) => {
      clearTimeout(timer);
      stream.removeAllListeners();
      stream.on("error", () => {}); // what breaks after the answer concerns nobody
      stream.pause();
      resolve(input);
    };
    const timer = setTimeout(() => done({ problem: "the assistant did not finish its message in time" }), milliseconds);
    stream.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBytes) return done({ problem: "the assistant's message is too large" });
      chunks.push(chunk);
      return undefined;
    });
    stream.on("end", () => done({ text: Buffer.concat(chunks).toString("utf8") }));
    stream.on("error", () => done({ problem: "the assistant's message could not be read" }));
  });
}
