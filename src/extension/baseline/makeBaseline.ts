import { existsSync } from "node:fs";
import * as vscode from "vscode";
import { baselineName, type BaselineEntry } from "../../node/baseline/baseline.ts";
import { toBaselinePath } from "../../node/baseline/inBaseline.ts";
import { newSalt, saveBaseline, toEntries } from "../../node/baseline/makeBaseline.ts";
import { readBaseline } from "../../node/baseline/readBaseline.ts";
import { baselinesAt } from "../../node/scan/scanPlaces.ts";
import type { ScanSummary } from "../../node/scan/scanSummary.ts";
import type { Parts } from "../parts.ts";
import { collectFindings } from "../scan/collectFindings.ts";
import { findBaselinePlace, type BaselinePlace } from "./baselinePlace.ts";

/** Takes up what a scan of the repository finds today, after a person said yes. Only lists become quieter by it; no door opens. */
export async function makeBaseline(parts: Parts, dist: string): Promise<void> {
  const place = await findBaselinePlace();
  if (place === undefined) return;
  const before = existsSync(place.file) ? readBaseline(place.file) : { tool: "gatelodge" as const, salt: newSalt(), entries: [] };
  if (before?.tool !== "gatelodge") return void vscode.window.showErrorMessage(`Gatelodge: ${baselineName} is damaged or no file. Remove it to make a new one.`);
  const { salt } = before;
  const summary = await scan(parts, dist, place, salt);
  if (summary === undefined) return;
  const toAccepted = (all: ScanSummary["findings"]) => all.flatMap(({ detector, path, fingerprint }) => (fingerprint === undefined ? [] : [{ detector, path: toBaselinePath(place.root, path), ...fingerprint }]));
  const unseen = new Set(summary.unscanned.map(({ path }) => toBaselinePath(place.root, path)));
  const entries = toEntries({ found: toAccepted(summary.findings), below: toAccepted(summary.below), before: before.entries, date: new Date(parts.now()).toISOString().slice(0, 10), covers: (path) => !unseen.has(path) });
  if (!await confirm(entries, before.entries, summary)) return;
  try {
    saveBaseline(place.file, { salt, entries });
  } catch {
    return void vscode.window.showErrorMessage("Gatelodge: the baseline could not be written (disk full or read-only).");
  }
  void vscode.window.showInformationMessage(`Gatelodge: ${baselineName} holds ${entries.length} entries. Review it before you commit it.`);
}

/** `undefined`: cancelled. What a half scan did not see must not look as if it were gone. */
async function scan(parts: Parts, dist: string, { root }: BaselinePlace, salt: string): Promise<ScanSummary | undefined> {
  const baselines = baselinesAt([root]).filter((baseline) => baseline.tool !== "gatelodge");
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: "Looking for what the baseline takes up", cancellable: true }, async (progress, token) => {
    const running = new AbortController();
    token.onCancellationRequested(() => running.abort());
    const summary = await collectFindings(parts, dist, { places: [root], baselines, fingerprintSalt: salt, signal: running.signal, progress: ({ scanned, findings }) => progress.report({ message: `${scanned} files, ${findings.length} findings` }) });
    return running.signal.aborted ? undefined : summary;
  });
}

async function confirm(entries: readonly BaselineEntry[], before: readonly BaselineEntry[], { unscanned }: ScanSummary): Promise<boolean> {
  const known = new Set(before.map(({ fingerprint }) => fingerprint));
  const isNew = entries.filter(({ fingerprint }) => !known.has(fingerprint)).length;
  const places = entries.filter(({ by }) => by === "place").length;
  const detail = [
    `${isNew} are new, ${before.length - (entries.length - isNew)} are gone. They become hints here, and scans do not show them. Assistants are kept from them as before.`,
    ...(places === 0 ? [] : [`${places} are known by their place, since their values could be guessed: another value there is quiet as well.`]),
    ...(unscanned.length === 0 ? [] : [`${unscanned.length} files could not be scanned; nothing new of them is in it.`]),
  ].join("\n\n");
  const write = "Write the Baseline";
  return await vscode.window.showWarningMessage(`Take up ${entries.length} entries into ${baselineName}?`, { modal: true, detail }, write) === write;
}
