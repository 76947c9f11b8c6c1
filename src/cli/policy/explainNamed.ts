import { statSync } from "node:fs";
import { text as readAll } from "node:stream/consumers";
import { resolve } from "node:path";
import { createPathIdentity } from "../../node/pathIdentity.ts";
import { createPolicyStore } from "../../node/policyStore.ts";
import { readHeadNow } from "../../node/readHeadNow.ts";
import { CommandError, type CommandContext } from "../command.ts";
import { createPreviewGate, explainDecision, readAsked, toRequest } from "./explainDecision.ts";
import { oneFile, type PolicyArguments } from "./policyArguments.ts";

const longestRead = 8_000_000;

/** Why a file, or a text from standard input, would be let through or not. Decides nothing and records nothing. */
export async function explainNamed(args: PolicyArguments, { folder, stdin, locations }: CommandContext): Promise<readonly string[]> {
  const name = oneFile(args);
  const policies = createPolicyStore({ locations, platform: process.platform, now: Date.now });
  const gate = createPreviewGate(policies, Date.now);
  const asked = readAsked(args.values.channel, args.values.assistant, name === "-" ? "prompt" : "fileRead");
  if (name === "-") {
    const request = { ...toRequest(asked, undefined, await readAll(stdin)), folder };
    return explainDecision(policies.current({ folder }), request, gate.preview(request));
  }
  const place = resolve(folder, name);
  // What is not there yet is judged by its name.
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory() === true) throw new CommandError("name a file, not a folder");
  const path = createPathIdentity(Date.now)(place);
  const request = toRequest(asked, path, readHeadNow(place, longestRead));
  return explainDecision(policies.current(path), request, gate.preview(request));
}
