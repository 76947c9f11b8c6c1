import type { ServedModel } from "./servedModels.ts";

// The editor asks again for every request.
const freshMilliseconds = 10_000;

export interface ModelList {
  /** What answers now, or did some seconds ago. */
  readonly list: () => Promise<readonly ServedModel[]>;
  /** Looks again, unless the last look is younger than that; true: it is not what it was. */
  readonly refresh: (milliseconds?: number) => Promise<boolean>;
}

/** Remembers a look for some seconds. Who asks while one is under way waits for it. */
export function createModelList(look: () => Promise<readonly ServedModel[]>, now: () => number): ModelList {
  const state: { last?: { readonly at: number; readonly models: Promise<readonly ServedModel[]> } } = {};
  const isYounger = (milliseconds: number) => state.last !== undefined && now() - state.last.at < milliseconds;
  const lookNow = () => {
    const models = look();
    state.last = { at: now(), models };
    // A look that failed is none to remember.
    models.catch(() => delete state.last);
    return models;
  };
  return {
    list: () => (isYounger(freshMilliseconds) && state.last !== undefined ? state.last.models : lookNow()),
    refresh: async (milliseconds = 0) => {
      if (isYounger(milliseconds)) return false;
      const before = namesOf(await state.last?.models);
      return namesOf(await lookNow()) !== before;
    },
  };
}

const namesOf = (models: readonly ServedModel[] = []) => models.map(({ id }) => id).toSorted().join("\n");
