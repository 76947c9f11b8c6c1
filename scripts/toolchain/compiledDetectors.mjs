/** The detectors' rules as the module that runs: made anew before whatever reads it, so that it is never an old one. */
import { inRepository, node24, repository } from "./paths.mjs";
import { runOrFail } from "./runProgram.mjs";

/** Compile the rules; an exception says which rule is not in order, and why. */
export const compileDetectors = () => runOrFail("compileDetectors", node24, [inRepository("scripts/compileDetectors.mjs")], { cwd: repository });
