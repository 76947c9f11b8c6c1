/**
 * npm run eval:secrets: how many labelled secrets of other tools' examples the detectors find, and how many look-alikes they take
 * for one. The examples are found by GATELODGE_CORPUS, or beside the repository; they are never in it.
 * With `-- --misses` also the ids and types of what was not found, of the part that is not kept out.
 */
import { existsSync } from "node:fs";
import { compileDetectors } from "./toolchain/compiledDetectors.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { inRepository, node24, repository } from "./toolchain/paths.mjs";
import { runOrFail } from "./toolchain/runProgram.mjs";

const corpus = process.env.GATELODGE_CORPUS || inRepository("..", "shared", "data");
if (!existsSync(corpus)) {
  console.log("skipped: no corpus. Set GATELODGE_CORPUS to the folder that holds secrets/*.jsonl.gz.");
} else {
  await ensureDependencies();
  await compileDetectors();
  console.log((await runOrFail("scoring", node24, [inRepository("scripts/scoreSecrets.mjs"), corpus, ...process.argv.slice(2)], { cwd: repository })).trimEnd());
}
