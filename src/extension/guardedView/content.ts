import { maxGuardedBytes } from "../../core/guardedNames.ts";

/** A file as the guarded view can hold it, or why it cannot. */
export type Content = { readonly text: string } | { readonly unsuitable: string };

/** Only what comes back byte for byte counts as text; the byte order mark stays part of it. */
export function toContent(bytes: Uint8Array): Content {
  if (bytes.length > maxGuardedBytes) return { unsuitable: `It is larger than ${maxGuardedBytes / 1000} kB.` };
  if (bytes.includes(0)) return { unsuitable: "It is binary." };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { unsuitable: "It is not valid UTF-8." };
  }
}

export const toBytes = (text: string): Uint8Array => new TextEncoder().encode(text);
