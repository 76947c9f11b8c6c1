import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Grant } from "../core/evaluate.ts";

export interface Grants {
  /** Grants that still hold. */
  readonly active: () => readonly Grant[];
  /** Adds one; throws when it cannot be written, since a permission that others do not see is none. */
  readonly add: (grant: Grant) => void;
  /** Removes one: it was for one decision, or the person took it back. */
  readonly remove: (id: string) => void;
}

const freshMilliseconds = 250;

/** A person's permissions in one small file, so that every window and the hook program agree. */
export function createGrants(file: string, now: () => number): Grants {
  const state: { grants: readonly Grant[]; at: number } = { grants: [], at: Number.NEGATIVE_INFINITY };
  const active = () => {
    if (now() - state.at >= freshMilliseconds) Object.assign(state, { grants: read(file), at: now() });
    return state.grants.filter(({ until }) => until > now());
  };
  const write = (grants: readonly Grant[]) => {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(`${file}.${process.pid}`, JSON.stringify(grants), { mode: 0o600 });
    renameSync(`${file}.${process.pid}`, file);
    Object.assign(state, { grants, at: now() });
  };
  return {
    active,
    add: (grant) => write([...read(file).filter(({ until }) => until > now()), grant]),
    remove: (id) => write(read(file).filter((grant) => grant.id !== id && grant.until > now())),
  };
}

function read(file: string): readonly Grant[] {
  try {
    const value: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(value) ? value.filter(isGrant) : [];
  } catch {
    return []; // none yet, or unreadable: no permission is the safe reading
  }
}

function isGrant(value: unknown): value is Grant {
  const grant = value as Partial<Grant> | null;
  return typeof grant === "object" && grant !== null && typeof grant.id === "string" && typeof grant.until === "number" && Array.isArray(grant.rules) && grant.rules.every((rule) => typeof rule === "string")
    && (grant.path === undefined || typeof grant.path === "string") && (grant.channels === undefined || Array.isArray(grant.channels));
}
