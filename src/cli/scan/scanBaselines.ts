import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { Baseline, BaselineEntry } from "../../node/baseline/baseline.ts";
import { toBaselinePath } from "../../node/baseline/inBaseline.ts";
import { newSalt, saveBaseline, toEntries } from "../../node/baseline/makeBaseline.ts";
import { readBaseline } from "../../node/baseline/readBaseline.ts";
import { baselinesAt } from "../../node/scan/scanPlaces.ts";
import type { ScanSummary } from "../../node/scan/scanSummary.ts";
import { CommandError } from "../command.ts";
import type { ScanArguments } from "./scanArguments.ts";

/** A baseline that is to be written, and what it held before. */
interface MadeBaseline {
  readonly file: string;
  readonly salt: string;
  readonly before: readonly BaselineEntry[];
}

/** The baselines that have a say, and the one to make: what that one holds is found again, so that what is gone leaves it. */
export function findBaselines({ baseline, makeBaseline }: Pick<ScanArguments, "baseline" | "makeBaseline">, places: readonly string[], folder: string): { readonly asked: readonly Baseline[]; readonly made?: MadeBaseline } {
  const named = baseline === undefined ? [] : [readNamed(resolve(folder, baseline))];
  const all = [...baselinesAt(places), ...named];
  if (makeBaseline === undefined) return { asked: all };
  const made = toMade(realFile(resolve(folder, makeBaseline)));
  return { asked: all.filter((each) => each.tool !== "gatelodge" || each.salt !== made.salt), made };
}

/** Writes it, and says so in a line. */
export function writeNewBaseline({ file, salt, before }: MadeBaseline, { findings, below, unscanned }: ScanSummary, { folder, places }: { readonly folder: string; readonly places: readonly string[] }): string {
  const root = dirname(file);
  const toPath = (path: string) => toBaselinePath(root, resolve(realpathSync(folder), path));
  const toAccepted = (all: ScanSummary["findings"]) => all.flatMap(({ detector, path, fingerprint }) => (fingerprint === undefined ? [] : [{ detector, path: toPath(path), ...fingerprint }]));
  const found = toAccepted(findings);
  const unseen = new Set(unscanned.map(({ path }) => toPath(path)));
  const covers = (path: string) => !unseen.has(path) && places.some((place) => isWithin(place, resolve(root, path)));
  const entries = toEntries({ found, below: toAccepted(below), before, date: new Date().toISOString().slice(0, 10), covers });
  try {
    saveBaseline(file, { salt, entries });
  } catch (error) {
    throw new CommandError("the baseline cannot be written", { cause: error });
  }
  const byPlace = entries.filter(({ by }) => by === "place").length;
  const lost = unscanned.length === 0 ? "" : ` ${unscanned.length} could not be scanned, and nothing new of them is in it.`;
  return `${found.length} finding${found.length === 1 ? "" : "s"} written to ${basename(file)}${byPlace === 0 ? "" : `, ${byPlace} of them by their place: another value there is quiet as well`}.${lost}\n`;
}

const isWithin = (place: string, path: string) => path === place || path.startsWith(place.endsWith(sep) ? place : place + sep);

function readNamed(file: string): Baseline {
  const baseline = readBaseline(file);
  if (baseline === undefined) throw new CommandError("the baseline is not there, or is none");
  return baseline;
}

function toMade(file: string): MadeBaseline {
  if (!existsSync(file)) return { file, salt: newSalt(), before: [] };
  const before = readBaseline(file);
  if (before?.tool !== "gatelodge") throw new CommandError("--make-baseline would write over a file that is no baseline of ours");
  return { file, salt: before.salt, before: before.entries };
}

function realFile(file: string): string {
  if (!existsSync(dirname(file))) throw new CommandError("the folder of the baseline does not exist");
  return join(realpathSync(dirname(file)), basename(file));
}
