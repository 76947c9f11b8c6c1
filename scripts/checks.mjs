/** The quick parts: types, lint, unused code, build, unit tests. */
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { findFiles } from "./findFiles.mjs";
import { runTests, runTool } from "./parts.mjs";
import { inRepository } from "./toolchain/paths.mjs";

const tool = (path) => inRepository("node_modules", path);
/** Test folders that need more than node, or minutes: an editor, a browser, a broken machine, an unusual place, a stopwatch, somebody else's agent or engine, every rule under attack, a large database. */
const slowFolders = ["editor", "dashboard", "faults", "places", "bench", "clients", "engines", "fuzz", "databases"];

/** On all cores they take a minute, and many times that on a machine where others work too. */
const busy = { timeout: 120_000, limit: 600_000 };

/** Hundreds of test files load the same modules, each in a process of its own: what one has compiled the next need not. Programs that tests start are those that were just built. */
const environment = { ...process.env, NODE_COMPILE_CACHE: inRepository("node_modules/.cache/compiled"), GATELODGE_BUILT: inRepository("dist") };

/** The detectors first, since the rest reads what they are compiled to; then side by side. Only the unit tests wait, for the build, because some of them start the built programs. */
export async function runChecks() {
  const detectors = await runTool("detectors", inRepository("scripts/compileDetectors.mjs"));
  const pages = inRepository("media", "tsconfig.json");
  const building = runTool("build", inRepository("esbuild.config.mjs"));
  const testing = building.then(() => runTests("unit tests", findFiles("test", ".test.ts", slowFolders), { ...busy, env: environment, concurrency: availableParallelism() }));
  const parts = await Promise.all([
    building,
    runTool("types", tool("typescript/bin/tsc"), ["-p", "."]),
    ...(existsSync(pages) ? [runTool("page types", tool("typescript/bin/tsc"), ["-p", pages])] : []),
    runTool("lint", tool("oxlint/bin/oxlint"), ["--deny-warnings"]),
    runTool("unused code", tool("knip/bin/knip.js")),
    testing,
  ]);
  return [detectors, ...parts];
}
