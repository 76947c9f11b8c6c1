import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";

/** By which the gateway tells its clients apart. Tokens follow from one key, so that none is kept beside the client's own settings. */
export interface GatewayKey {
  readonly tokenOf: (client: string) => string;
  readonly isTokenOf: (client: string, token: string) => boolean;
}

/** The key in `file`, made where there is none. */
export function openGatewayKey(file: string): GatewayKey {
  const key = read(file) ?? make(file);
  const tokenOf = (client: string) => createHmac("sha256", key).update(client).digest("hex").slice(0, 32);
  return { tokenOf, isTokenOf: (client, token) => token.length === 32 && timingSafeEqual(Buffer.from(tokenOf(client)), Buffer.from(token, "latin1")) };
}

function read(file: string): string | undefined {
  try {
    const text = readFileSync(file, "utf8");
    return /^[0-9a-f]{64}$/.test(text) ? text : undefined;
  } catch {
    return undefined; // no gateway was ever started here
  }
}

function make(file: string): string {
  const key = randomBytes(32).toString("hex");
  makeFoldersFor(file, 0o700);
  replaceFile(file, Buffer.from(key), standingOfNew(file));
  return key;
}
