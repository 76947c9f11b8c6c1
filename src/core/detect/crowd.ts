import { mayMatch, type ReadyGuard } from "./guard.ts";
import type { RunnablePattern } from "./runnable.ts";

/** No `least` is more: an edit is looked at that much further on. */
export const mostLeast = 64;

/** A rule's pattern, and the guards of one of its keywords. */
export interface Trial { readonly detector: RunnablePattern; readonly rank: number; readonly guards: ReadyGuard[] }

/** Where a keyword stands and a guard of it lets the pattern be tried. */
interface Place { readonly at: number; readonly guards: readonly ReadyGuard[] }

/** The places of one rule, in the order of the text. */
interface Row { readonly detector: RunnablePattern; readonly rank: number; readonly places: Place[] }

/** By rank. */
export type Rows = Map<number, Row>;

/** Keeps where a pattern is worth trying: whether it is tried is decided when it is known what follows. */
export function keepPlaces(rows: Rows, trials: readonly Trial[], text: string, at: number): void {
  for (const { detector, rank, guards } of trials) {
    if (!guards.some((guard) => guard.distance <= at && mayMatch(guard, text, at))) continue;
    const row = rows.get(rank);
    if (row === undefined) rows.set(rank, { detector, rank, places: [{ at, guards }] });
    else if (!isSame(row.places.at(-1), at, guards)) row.places.push({ at, guards });
  }
}

/** One keyword is the start of another, and the pattern would be tried twice for one place. */
function isSame(last: Place | undefined, at: number, guards: readonly ReadyGuard[]): boolean {
  return last?.at === at && guards.length === 1 && last.guards.length === 1 && last.guards[0]?.distance === guards[0]?.distance;
}

/**
 * The places where a pattern is tried: not where it could start twice more within the shortest text that it takes, for what it
 * takes holds its own start that often only where somebody repeats it. So however often a keyword stands in a text, a pattern
 * looks at each character a limited number of times; and whoever repeats a name before a value is found from the last ones.
 */
export function* placesToTry({ detector: { reach: { least = 0 } }, places }: Row): Iterable<Place> {
  for (const [index, place] of places.entries()) {
    const next = places[index + 2];
    if (next === undefined || next.at >= place.at + least) yield place;
  }
}
