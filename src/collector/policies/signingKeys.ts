import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { KeySet } from "../../core/trust/signedContent.ts";
import { makeSigningKey, publicKeyOf, signKeySet, signPolicy } from "../../node/trust/signing.ts";
import type { OrganisationPolicy } from "../../core/trust/signedContent.ts";
import type { Settings } from "../settings.ts";

export interface SigningKeys {
  /** What machine files name. */
  readonly rootKey: () => string;
  /** Signed by the root key, made anew before it ends. */
  readonly keySet: (now: number) => string;
  readonly sign: (policy: OrganisationPolicy) => string;
  /** Another key signs from now on, and machines stop believing the present one with the next policy. */
  readonly rotate: (now: number) => void;
}

const day = 86_400_000;
const keySetDays = 180;
const renewDays = 60;

/**
 * Keys that this collector holds itself, in files that only its user can read. Whoever needs the root key elsewhere signs with
 * `gatelodge policy` and uploads. Throws where the folder cannot be written.
 */
export function createSigningKeys(folder: string, organisation: string, settings: Settings): SigningKeys {
  const keys = join(folder, "keys");
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const [rootFile, signingFile] = [join(keys, "root.pem"), join(keys, "signing.pem")];
  for (const file of [rootFile, signingFile]) if (!existsSync(file)) writeFileSync(file, makeSigningKey().privateKey, { flag: "wx", mode: 0o600 });
  const read = (file: string) => readFileSync(file, "utf8");
  const renew = (now: number): string => {
    const [root, key] = [read(rootFile), publicKeyOf(read(signingFile))];
    const version = Number(settings.get("keysetVersion") ?? 0) + 1;
    const expires = now + keySetDays * day;
    const signed = signKeySet(root, { organisation, version, issuedAt: new Date(now).toISOString(), expiresAt: new Date(expires).toISOString(), keys: [key], roots: [publicKeyOf(root)] } satisfies KeySet);
    settings.set("keysetVersion", String(version));
    settings.set("keyset", JSON.stringify({ signed, expires, key }));
    return signed;
  };
  return {
    rootKey: () => publicKeyOf(read(rootFile)),
    keySet: (now) => {
      const { signed = "", expires = 0, key = "" } = JSON.parse(settings.get("keyset") ?? "{}") as { readonly signed?: string; readonly expires?: number; readonly key?: string };
      return expires - renewDays * day > now && key === publicKeyOf(read(signingFile)) ? signed : renew(now);
    },
    sign: (policy) => signPolicy(read(signingFile), policy),
    rotate: (now) => {
      writeFileSync(`${signingFile}.new`, makeSigningKey().privateKey, { mode: 0o600 });
      renameSync(`${signingFile}.new`, signingFile);
      renew(now);
    },
  };
}
