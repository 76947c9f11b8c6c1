import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";
import { detect } from "../../../src/core/detect/detect.ts";

/** Labelled examples of other tools' rules, beside the repository on the machines that have them; never in it. */
const corpus = join(process.env["GATELODGE_CORPUS"] ?? join(import.meta.dirname, "..", "..", "..", "..", "shared", "data"), "secrets");
/** What was measured, less a little: a change that loses more than that is to be noticed. */
const leastRecall: Readonly<Record<string, number>> = { betterleaks: 0.96, gitleaks: 0.96, kingfisher: 0.86, noseyparker: 0.82, secretlint: 0.63 };

interface Example { readonly label: "pos" | "neg"; readonly text: string }

const names = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".jsonl.gz")) : [];
if (names.length === 0) test("other tools' examples", { skip: "skipped: no corpus" }, () => undefined);

for (const name of names) {
  const source = name.slice(0, -".jsonl.gz".length);
  test(`recall on the examples of ${source}`, (context) => {
    const examples = gunzipSync(readFileSync(join(corpus, name))).toString().split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Example);
    const isFound = ({ text }: Example) => detect(text).some(({ kind }) => kind === "secret");
    const positive = examples.filter(({ label }) => label === "pos");
    const recall = positive.filter(isFound).length / positive.length;
    const negative = examples.filter(({ label }) => label === "neg");
    context.diagnostic(`${source}: recall ${recall.toFixed(3)} of ${positive.length}, ${negative.filter(isFound).length} of ${negative.length} negatives found`);
    assert.ok(recall >= (leastRecall[source] ?? 0), `recall ${recall}`);
  });
}
