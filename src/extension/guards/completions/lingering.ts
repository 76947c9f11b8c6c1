/** A document above the ceiling that is open now. */
export interface OpenStop {
  readonly key: string;
  readonly groups: readonly string[];
  /** How long after it was closed assistants may still remember edits in it. */
  readonly lingerSeconds: number;
}

export interface Lingering {
  /**
   * Which stopped documents are open now, and which somebody permitted by name. The others that are stopped no more begin
   * to linger, those that only lost what was sensitive too.
   */
  readonly note: (open: readonly OpenStop[], permitted?: readonly string[]) => void;
  /** Provider groups that must stay silent for what was closed lately. */
  readonly groups: () => readonly string[];
}

/** Remembers what was closed for as long as the policy says. Pure but for its memory. */
export function createLingering(now: () => number): Lingering {
  const state: { open: readonly OpenStop[] } = { open: [] };
  const closed = new Map<string, { readonly groups: readonly string[]; readonly until: number }>();
  return {
    note: (open, permitted = []) => {
      const keys = new Set(open.map(({ key }) => key));
      for (const { key, groups, lingerSeconds } of state.open) if (!keys.has(key)) closed.set(key, { groups, until: now() + lingerSeconds * 1000 });
      for (const key of [...keys, ...permitted]) closed.delete(key);
      state.open = open;
    },
    groups: () => {
      for (const [key, { until }] of closed) if (until <= now()) closed.delete(key);
      return [...closed.values()].flatMap(({ groups }) => groups);
    },
  };
}
