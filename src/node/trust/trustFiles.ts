import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Anchor, Ratchet, SignedPolicy } from "../../core/trust/acceptPolicy.ts";
import type { Locations } from "../locations.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";

/** Whom this machine believes because it was the first to answer. */
export interface Pin extends Anchor {
  readonly endpoint: string;
}

/** What was fetched, as it was signed; verified at every load, so that changing it is of no use. */
export interface CachedPolicy extends SignedPolicy {
  /** As the endpoint named it. */
  readonly etag?: string;
}

const absent = "absent";

export type TrustPlaces = ReturnType<typeof trustPlaces>;

/** In the user's folder of state. */
export function trustPlaces({ state }: Pick<Locations, "state">) {
  const folder = join(state, "organisation");
  return { folder, pin: join(folder, "pin.json"), policy: join(folder, "policy.json"), ratchet: join(folder, "ratchet.json"), clock: join(folder, "clock.json"), asked: join(folder, "asked.json"), device: join(state, "device.json") };
}

export const isThere = (file: string): boolean => stampOf(file) !== absent;

/** Changes whenever one of them does. */
export const stampOfTrust = ({ pin, policy, ratchet, device, asked }: TrustPlaces): readonly string[] => [pin, policy, ratchet, device, asked].map(stampOf);

export function readPin(file: string): Pin | undefined {
  const { organisation, endpoint, roots } = readObject(file);
  return typeof organisation === "string" && typeof endpoint === "string" && isStrings(roots) ? { organisation, endpoint, roots } : undefined;
}

export function readCachedPolicy(file: string): CachedPolicy | undefined {
  const { keyset, policy, etag } = readObject(file);
  return typeof keyset === "string" && typeof policy === "string" ? { keyset, policy, ...(typeof etag === "string" ? { etag } : {}) } : undefined;
}

export function readRatchet(file: string): Ratchet | undefined {
  const { organisation, keyset, policies } = readObject(file);
  if (typeof organisation !== "string" || !isStep(keyset) || typeof policies !== "object" || policies === null || !Object.values(policies).every(isStep)) return undefined;
  return { organisation, keyset, policies: policies as Ratchet["policies"] };
}

/** All of it, on the disk before it takes the name. */
export function writeTrustFile(file: string, value: Pin | CachedPolicy | Ratchet | { readonly latest: number } | { readonly asks: readonly object[] }): void {
  makeFoldersFor(file, 0o700);
  replaceFile(file, Buffer.from(JSON.stringify(value)), standingOfNew(file));
}

/** What is missing, unreadable or no object has no properties. */
export function readObject(file: string): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(readFileSync(file, "utf8")) ?? {}) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

function stampOf(file: string): string {
  try {
    const stat = statSync(file, { throwIfNoEntry: false, bigint: true });
    return stat === undefined ? absent : `${stat.ino}:${stat.size}:${stat.mtimeNs}:${stat.ctimeNs}`;
  } catch {
    return "unreadable";
  }
}

const isStrings = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((each) => typeof each === "string");

function isStep(value: unknown): value is Ratchet["keyset"] {
  const { version, hash } = (value ?? {}) as Readonly<Record<string, unknown>>;
  return typeof version === "number" && typeof hash === "string";
}
