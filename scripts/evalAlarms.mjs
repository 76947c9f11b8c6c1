/**
 * npm run eval:alarms: what the detectors say about code that holds next to no secret: findings per megabyte by tier, for specific,
 * generic and personal detectors apart. The code is the installed packages and the source of some of Debian's, fetched once
 * into the cache; `-- --folder <path>` takes a folder instead, `-- --sample <n>` shows findings with their values masked,
 * `--detector <id>` those of one.
 */
import { parseArgs } from "node:util";
import { ensureCodeSamples } from "./toolchain/codeSamples.mjs";
import { compileDetectors } from "./toolchain/compiledDetectors.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { inRepository, node24, repository } from "./toolchain/paths.mjs";
import { runOrFail } from "./toolchain/runProgram.mjs";

const { values: options } = parseArgs({ options: { folder: { type: "string" }, sample: { type: "string", default: "0" }, detector: { type: "string", default: "" } } });
await ensureDependencies();
await compileDetectors();
const fetched = options.folder ?? (await ensureCodeSamples("evaluation"));
if (fetched === undefined) console.log("There is no apt here to fetch source with: only the installed packages are looked at. `-- --folder <path>` names other code.");
const folders = options.folder === undefined ? [inRepository("node_modules"), fetched].filter((folder) => folder !== undefined) : [options.folder];
console.log((await runOrFail("counting", node24, [inRepository("scripts/countAlarms.mjs"), options.sample, options.detector, ...folders], { cwd: repository })).trimEnd());
