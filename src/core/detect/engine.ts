import type { Finding } from "../request.ts";
import type { Changed } from "./changed.ts";
import { createAnchorSearch, type AnchorSearch } from "./anchors.ts";
import { keepPlaces, mostLeast, placesToTry, type Rows, type Trial } from "./crowd.ts";
import { createTables, guardReach, mayMatch, readyGuard, type Guard, type ReadyGuard } from "./guard.ts";
import type { Ranked } from "./resolveOverlaps.ts";
import { createPieces } from "./scans/pieces.ts";
import type { ScanReach } from "./scans/scan.ts";
import type { Runnable, RunnablePattern, RunnableScan } from "./runnable.ts";

/** A finding with what it takes to know whether an edit elsewhere can have changed it. */
export interface Found extends Ranked {
  /** Where its keyword stands, or a scan's finding starts: the place that its rule's window is around. */
  readonly at: number;
}

/** Rules made ready to run: their tables are built at the first use, not at import. */
export interface Engine {
  /** All that the rules find but those that are off, overlaps included; of a change only what it can have an effect on. */
  readonly search: (text: string, off: ReadonlySet<string> | undefined, changed?: Changed) => readonly Found[];
  /** Whether a change to this stretch can have an effect on what was found. */
  readonly isAffected: (found: Found, changed: Changed) => boolean;
}

interface Window { readonly behind: number; readonly ahead: number; readonly isStretch?: boolean }
/** Patterns that are searched for together. */
interface Searched {
  readonly anchors: AnchorSearch;
  /** Of a keyword, by its number; made when it is first found: most of them never are. */
  readonly trials: (keyword: number) => readonly Trial[];
}
interface Part extends Searched { readonly largest: Window }
interface Ready {
  readonly whole: Searched;
  /** Made at the first change: a text that is looked through once needs nothing of it. */
  readonly forChanges: () => ForChanges;
  readonly scans: readonly { readonly detector: RunnableScan; readonly rank: number }[];
}
interface ForChanges {
  /** A few patterns take in many thousand characters, and only for those is a text looked at that far around. */
  readonly parts: readonly Part[];
  /** By rank: how far around a keyword, or the start of a scan's finding, the text decides. */
  readonly windows: readonly Window[];
}

const wide = 1000;

/** Detectors come the more specific first; `places` is what `anchorPlaces` says of their keywords. */
export function createEngine(all: readonly Runnable[], places?: string): Engine {
  const made: { ready?: Ready } = {};
  const ready = () => (made.ready ??= makeReady(all, places));
  return {
    search: (text, off, changed) => {
      const found = [...searchPatterns(ready(), text, changed), ...runScans(ready(), text, off, changed)];
      return off === undefined || off.size === 0 ? found : found.filter(({ finding }) => !off.has(finding.detector));
    },
    isAffected: ({ rank, at }, changed) => isWithin(ready().forChanges().windows[rank], at, changed),
  };
}

function isWithin(window: Window | undefined, at: number, { start, end, stretch }: Changed): boolean {
  if (window?.isStretch === true) return at >= stretch.start && at < stretch.end;
  return window !== undefined && at + window.ahead > start && at - window.behind < end;
}

function searchPatterns({ whole, forChanges }: Ready, text: string, changed: Changed | undefined): readonly Found[] {
  const rows: Rows = new Map();
  if (changed === undefined) {
    whole.anchors(text, (keyword, at) => keepPlaces(rows, whole.trials(keyword), text, at));
    return [...matchesOf(rows, text, () => true)];
  }
  const { parts, windows } = forChanges();
  for (const { anchors, trials, largest } of parts) {
    // What follows a place decides whether it is tried.
    const mayCount = ({ rank, detector }: Trial, at: number) => isWithin(windows[rank], at - (detector.reach.least ?? 0), changed) || isWithin(windows[rank], at, changed);
    const end = changed.end + largest.behind + mostLeast;
    anchors(text, (keyword, at) => keepPlaces(rows, trials(keyword).filter((trial) => mayCount(trial, at)), text, at), changed.start - largest.ahead, end);
  }
  return [...matchesOf(rows, text, (rank, at) => isWithin(windows[rank], at, changed))];
}

function* matchesOf(rows: Rows, text: string, isWanted: (rank: number, at: number) => boolean): Iterable<Found> {
  for (const row of rows.values()) {
    for (const { at, guards } of placesToTry(row)) {
      if (!isWanted(row.rank, at)) continue;
      const finding = matchAround(row.detector, guards, text, at);
      if (finding !== undefined) yield { finding, rank: row.rank, at };
    }
  }
}

/** At the first distance at which the pattern matches, whatever its check then says. */
function matchAround({ id, kind, pattern: patternOf, value, check: checkOf }: RunnablePattern, guards: readonly ReadyGuard[], text: string, at: number): Finding | undefined {
  for (const guard of guards) {
    if (guard.distance > at || !mayMatch(guard, text, at)) continue;
    const pattern = patternOf();
    pattern.lastIndex = at - guard.distance;
    const match = pattern.exec(text);
    if (match === null) continue;
    const [start, end] = placeOf(match, value);
    const tier = checkOf()(text.slice(start, end), match);
    return tier === undefined ? undefined : { detector: id, kind, tier, start, end };
  }
  return undefined;
}

function placeOf(match: RegExpExecArray, value: RunnablePattern["value"]): readonly [number, number] {
  const end = match.index + match[0].length;
  if (value === "group") return match.indices?.groups?.["value"] ?? match.indices?.[1] ?? [match.index, end];
  return [end - (match.groups?.["value"] ?? match[1] ?? match[0]).length, end];
}

function runScans({ scans, forChanges }: Ready, text: string, off: ReadonlySet<string> | undefined, changed: Changed | undefined): readonly Found[] {
  const pieceFor = createPieces(text, changed);
  const windows = changed === undefined ? [] : forChanges().windows;
  const found: Found[] = [];
  for (const { detector: { id, kind, scan, reach }, rank } of scans) {
    if (off?.has(id) === true) continue;
    const { from, part, once } = pieceFor(reach);
    for (const { tier, start, end } of scan(part, once)) {
      const at = start + from;
      if (changed === undefined || isWithin(windows[rank], at, changed)) found.push({ finding: { detector: id, kind, tier, start: at, end: end + from }, rank, at });
    }
  }
  return found;
}

/** A trial before anybody has asked for it. */
interface Entry extends Omit<Trial, "guards"> { readonly guards: Guard[] }

function makeReady(all: readonly Runnable[], places: string | undefined): Ready {
  const entriesOf = new Map<string, Entry[]>();
  for (const [rank, detector] of all.entries()) {
    if ("scan" in detector) continue;
    for (const guard of detector.guards) for (const keyword of guard.keywords) enter(entriesOf, keyword, { detector, rank, guards: [guard] });
  }
  const [keywords, entries, tableOf] = [[...entriesOf.keys()], [...entriesOf.values()], createTables()];
  const whole: Searched = {
    anchors: createAnchorSearch(keywords, places),
    trials: atFirst((keyword) => (entries[keyword] ?? []).map(({ detector, rank, guards }) => ({ detector, rank, guards: guards.map((guard) => readyGuard(guard, tableOf)) }))),
  };
  const scans = all.flatMap((detector, rank) => ("scan" in detector ? [{ detector, rank }] : []));
  const made: { forChanges?: ForChanges } = {};
  return { whole, scans, forChanges: () => (made.forChanges ??= makeForChanges(whole, keywords, entries, all.map((detector) => windowOf(detector)))) };
}

/** Most patterns are narrow and searched for as in a whole text; the wide ones, of which there are few keywords, apart. */
function makeForChanges({ anchors, trials }: Searched, keywords: readonly string[], entries: readonly (readonly Entry[])[], windows: readonly Window[]): ForChanges {
  const windowAt = ({ rank }: Pick<Trial, "rank">): Window => windows[rank] ?? { behind: 0, ahead: 0 };
  const isWide = (each: Pick<Trial, "rank">) => Math.max(windowAt(each).behind, windowAt(each).ahead) > wide;
  const wider = entries.flatMap((each, keyword) => (each.some(isWide) ? [keyword] : []));
  const largest = (wanted: (each: Pick<Trial, "rank">) => boolean) => largestOf(entries.flat().filter((each) => wanted(each)).map(windowAt));
  const parts = [
    { anchors, trials: atFirst((keyword) => trials(keyword).filter((trial) => !isWide(trial))), largest: largest((each) => !isWide(each)) },
    { anchors: createAnchorSearch(wider.map((keyword) => keywords[keyword] ?? "")), trials: atFirst((index) => trials(wider[index] ?? -1).filter(isWide)), largest: largest(isWide) },
  ];
  return { parts, windows };
}

function enter(entriesOf: Map<string, Entry[]>, keyword: string, entry: Entry): void {
  const entries = entriesOf.get(keyword);
  if (entries === undefined) return void entriesOf.set(keyword, [entry]);
  const last = entries.at(-1);
  if (last?.detector === entry.detector) last.guards.push(...entry.guards);
  else entries.push(entry);
}

/** What is made for a number when it is first asked for. */
function atFirst<T>(make: (index: number) => T): (index: number) => T {
  const made = new Map<number, T>();
  return (index) => {
    const known = made.get(index);
    if (known !== undefined) return known;
    const value = make(index);
    made.set(index, value);
    return value;
  };
}

function windowOf(detector: Runnable): Window {
  if ("scan" in detector) return windowOfScan(detector.reach);
  const { guards, reach } = detector;
  return { behind: reach.behind + Math.max(0, ...guards.map(({ distance = 0 }) => distance)), ahead: Math.max(reach.ahead, (reach.least ?? 0) + Math.max(0, ...guards.map((guard) => guardReach(guard)))) };
}

function windowOfScan(reach: ScanReach): Window {
  const far = typeof reach === "number" ? reach : Number.POSITIVE_INFINITY;
  return { behind: far, ahead: far, isStretch: reach === "stretch" };
}

const largestOf = (windows: readonly Window[]): Window => ({ behind: Math.max(0, ...windows.map(({ behind }) => behind)), ahead: Math.max(0, ...windows.map(({ ahead }) => ahead)) });
