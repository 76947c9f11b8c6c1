import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { asCopied } from "../../../core/carriedLabel.ts";

/** Where a copied text came from: what it is judged by when it is pasted. */
export interface Source {
  readonly uri: string;
  readonly label: string;
  /** The policy wants the clipboard cleared when the window loses the focus. */
  readonly clearOnBlur: boolean;
}

/** The last copies of this window, without their text: an opaque id, a keyed fingerprint, the source. */
export interface CopiedTexts {
  /** Keeps the source; the id travels with the clipboard's data inside this window. */
  readonly remember: (text: string, source: Source) => string;
  /** By id, or by the text itself where the clipboard lost the id (terminal, code of an extension, rich paste). */
  readonly find: (id: string | undefined, text: string) => Source | undefined;
  /** The latest copy, and whether a text is it. */
  readonly last: () => { readonly source: Source; readonly is: (text: string) => boolean } | undefined;
  readonly forgetLast: () => void;
}

const kept = 20;
// `}` or `true` says nothing about where it comes from.
const telling = 8;

interface Copy { readonly id: string; readonly fingerprint: string; readonly source: Source }

/** Memory only, with a key of this process: what a window forgets at its end is forgotten. */
export function createCopiedTexts(): CopiedTexts {
  const key = randomBytes(32);
  const copies: Copy[] = [];
  const state: { last: Copy | undefined } = { last: undefined };
  const fingerprintOf = (text: string) => createHmac("sha256", key).update(asCopied(text)).digest("base64");
  return {
    remember: (text, source) => {
      const copy = { id: randomUUID(), fingerprint: fingerprintOf(text), source };
      state.last = copy;
      copies.unshift(copy);
      copies.splice(kept);
      return copy.id;
    },
    find: (id, text) => {
      const byId = id === undefined ? undefined : copies.find((copy) => copy.id === id);
      if (byId !== undefined) return byId.source;
      if (copies.length === 0 || text.trim().length < telling) return undefined;
      const fingerprint = fingerprintOf(text);
      return copies.find((copy) => copy.fingerprint === fingerprint)?.source;
    },
    last: () => {
      const { last } = state;
      return last === undefined ? undefined : { source: last.source, is: (text) => fingerprintOf(text) === last.fingerprint };
    },
    forgetLast: () => {
      state.last = undefined;
    },
  };
}
