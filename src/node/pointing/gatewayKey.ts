import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";

/** By which the gateway tells its clients apart. Tokens follow from one key, so that none is kept beside the client's own settings. */
export interface GatewayKey {
  readonly tokenOf: (client: string) => string;
  readonly isTokenOf: (client: string, token: string) => boolean;
  /** There was one that could not be read: who was pointed here has a token that no longer counts. */
  readonly isAnew: boolean;
}

/** What a person is to be told then. */
export const keyMadeAnew = "The gateway's key could not be read and was made anew, so that assistants which were pointed here are turned away. Point them again: gatelodge gateway unpoint, then gatelodge gateway point.";

/** The key in `file`, made where there is none. */
export function openGatewayKey(file: string): GatewayKey {
  const kept = read(file);
  const key = kept.key ?? make(file);
  const tokenOf = (client: string) => createHmac("sha256", key).update(client).digest("hex").slice(0, 32);
  return { tokenOf, isTokenOf: (client, token) => token.length === 32 && timingSafeEqual(Buffer.from(tokenOf(client)), Buffer.from(token, "latin1")), isAnew: kept.key === undefined && !kept.isAbsent };
}

function read(file: string): { readonly key?: string; readonly isAbsent: boolean } {
  try {
    const text = readFileSync(file, "utf8");
    return /^[0-9a-f]{64}$/.test(text) ? { key: text, isAbsent: false } : { isAbsent: false };
  } catch (error) {
    // No gateway was ever started here; anything else is a key that was there.
    return { isAbsent: (error as NodeJS.ErrnoException).code === "ENOENT" };
  }
}

function make(file: string): string {
  const key = randomBytes(32).toString("hex");
  makeFoldersFor(file, 0o700);
  replaceFile(file, Buffer.from(key), standingOfNew(file));
  return key;
}
