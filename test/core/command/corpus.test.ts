import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { createClassify } from "../../../src/core/classify.ts";
import { inspectCommand } from "../../../src/core/command/inspectCommand.ts";
import { merged } from "../../support/policies.ts";

/** Labelled commands of other guards, beside the repository on the machines that have them; never in it. */
const corpus = process.env["GATELODGE_CORPUS"] ?? join(import.meta.dirname, "..", "..", "..", "..", "shared", "data");
const file = join(corpus, "commands.jsonl.gz");

interface Row { readonly command: string; readonly shell: string; readonly verdict: string; readonly category: string; readonly set: string }

const classify = createClassify(merged().policy);

/** A restricted file is named as read, or what is read cannot be named. Without a disk: globs stand for themselves. */
function isStopped({ command }: Row): boolean {
  const { reads, unresolved } = inspectCommand(command, { home: "/home/u", folder: "/w" });
  return unresolved.length > 0 || reads.some(({ path }) => classify({ absolute: path.startsWith("/") ? path : `/w/${path}`, aliases: [], resolved: true }, undefined).label === "restricted");
}

if (!existsSync(file)) test("other guards' commands", { skip: "skipped: no corpus" }, () => undefined);
else test("other guards' commands: few harmless ones are stopped, most that read secrets are", (context) => {
  const rows = gunzipSync(readFileSync(file)).toString().split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Row).filter(({ set, shell }) => set === "dev" && shell === "bash");
  const share = (category: string, verdict: string) => {
    const chosen = rows.filter((row) => row.category === category && row.verdict === verdict);
    const stopped = chosen.filter(isStopped).length;
    context.diagnostic(`${category}, to ${verdict}: ${stopped} of ${chosen.length} stopped`);
    return stopped / chosen.length;
  };
  // Half of those stopped read what our policy restricts, such as an .envrc or a key in test/fixtures.
  assert.ok(share("benign", "allow") <= 0.05);
  // The rest asks a service for a token, or names files that the built-in policy does not know.
  assert.ok(share("secret-read", "deny") >= 0.65);
  assert.ok(share("exfil", "deny") >= 0.5);
});
