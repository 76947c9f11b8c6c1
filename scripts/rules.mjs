/** npm run rules: rules/, the starter set for osquery and Sigma, from the same signatures as the inventory. */
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { inRepository, node24, repository } from "./toolchain/paths.mjs";
import { runOrFail } from "./toolchain/runProgram.mjs";

await ensureDependencies();
console.log((await runOrFail("writing the rules", node24, [inRepository("scripts/writeRules.mjs")], { cwd: repository })).trimEnd());
