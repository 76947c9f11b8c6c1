import { relative } from "node:path";
import { findRepository } from "../../node/git.ts";
import { createLedger } from "../../node/ledger.ts";
import { createPathIdentity } from "../../node/pathIdentity.ts";
import { createPolicyStore, type Tried } from "../../node/policyStore.ts";
import { readHeadNow } from "../../node/readHeadNow.ts";
import { listFiles } from "../../node/scan/listFiles.ts";
import { CommandError, type CommandContext } from "../command.ts";
import { changeLines, type Pair } from "./changesBetween.ts";
import { createPreviewGate, readAsked, toRequest } from "./explainDecision.ts";
import { oneFile, type PolicyArguments } from "./policyArguments.ts";
import { replayEntry } from "./replayLedger.ts";
import { readDocument } from "./signPolicyFile.ts";

const layers: readonly Tried["source"][] = ["organisation", "machine", "user"];
const longestRead = 1_000_000;
const mostRecorded = 20_000;

/** Asks everything twice, as it is and with the new policy, so that what the book leaves out counts the same on both sides. */
export async function previewPolicy(args: PolicyArguments, context: CommandContext): Promise<readonly string[]> {
  const { folder, locations, signal } = context;
  const source = layers.find((layer) => layer === (args.values.as ?? "organisation"));
  if (source === undefined) throw new CommandError("--as is organisation, machine or user");
  const parts = { locations, platform: process.platform, now: Date.now };
  const now = createPreviewGate(createPolicyStore(parts), Date.now);
  const then = createPreviewGate(createPolicyStore({ ...parts, tried: { source, document: readDocument(oneFile(args), context) } }), Date.now);
  const identify = createPathIdentity(Date.now);
  const asked = readAsked(args.values.channel, args.values.assistant, "fileRead");
  const files: Pair[] = [];
  for await (const { path: place, why } of listFiles(folder, { ignored: false, signal })) {
    const path = why === undefined ? identify(place) : undefined;
    if (path === undefined) continue;
    const request = toRequest(asked, path, readHeadNow(place, longestRead));
    files.push({ now: now.preview(request), planned: then.preview(request), path: relative(folder, place) });
  }
  const repository = findRepository(folder) ?? folder;
  const recorded = createLedger(locations.state).read(mostRecorded).flatMap((entry): readonly Pair[] => {
    const replayed = replayEntry(entry, repository, identify);
    return replayed === undefined ? [] : [{ now: now.preview(replayed.request), planned: then.preview(replayed.request), path: replayed.path }];
  });
  return [...changeLines(`files (${asked.channel}, ${asked.destination.assistant})`, files), ...changeLines("recorded decisions", recorded)];
}
