import type { Once } from "./scan.ts";

/** Remembers each pass over one text for as long as that text is looked at. */
export function createOnce(text: string): Once {
  const done = new Map<(text: string) => unknown, unknown>();
  return <T>(pass: (text: string) => T): T => {
    if (!done.has(pass)) done.set(pass, pass(text));
    return done.get(pass) as T;
  };
}
