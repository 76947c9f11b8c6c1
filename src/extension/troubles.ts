import type { Door } from "../core/coverage.ts";

/** What does not hold in this window although it should, by door: told by the doors, shown in the coverage view. */
export interface Troubles {
  /** One sentence without names or content. Saying it again changes nothing. */
  readonly report: (door: Door, what: string) => void;
  readonly of: (door: Door) => readonly string[];
}

export function createTroubles(): Troubles {
  const known = new Map<Door, Set<string>>();
  return {
    report: (door, what) => void known.set(door, new Set([...(known.get(door) ?? []), what])),
    of: (door) => [...(known.get(door) ?? [])],
  };
}
