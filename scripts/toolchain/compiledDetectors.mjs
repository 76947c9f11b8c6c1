/** The detectors' rules as the module that runs: made anew, where they have changed, before whatever reads it, so that it is never an old one. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { contentHash } from "./contentHash.mjs";
import { inRepository, node24, repository } from "./paths.mjs";
import { runOrFail } from "./runProgram.mjs";

const folder = "src/core/detect";
const compiled = "compiledRules.ts";

/** The first line of the compiled module: it says from what it was made. */
export const madeFrom = () => {
  const sources = readdirSync(inRepository(folder)).filter((name) => !name.startsWith(compiled)).toSorted();
  return `// Made by scripts/compileDetectors.mjs from the files in rules/: change those. ${contentHash(repository, ["scripts/compileDetectors.mjs", ...sources.map((name) => `${folder}/${name}`)])}`;
};

/** Compile the rules; an exception says which rule is not in order, and why. */
export async function compileDetectors() {
  const target = inRepository(folder, compiled);
  if (existsSync(target) && readFileSync(target, "utf8").startsWith(`${madeFrom()}\n`)) return;
  await runOrFail("compileDetectors", node24, [inRepository("scripts/compileDetectors.mjs")], { cwd: repository });
}
