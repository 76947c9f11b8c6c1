/**
 * npm test: the checks, the package, and the tests in a real editor and, of the collector's pages, in a real browser. With --all also the tests of faults, of unusual places, of every rule under
 * attack, of a real engine, of ClickHouse, and of the three agents that most people use; the others are for npm run proof:agents.
 * The last line is `N passed, N failed`.
 */
import { availableParallelism } from "node:os";
import { runChecks } from "./checks.mjs";
import { checkCoverage, forgetRows } from "./coverageRows.mjs";
import { findFiles } from "./findFiles.mjs";
import { finish, runInTurn, runWork } from "./parts.mjs";
import { checkProof, forgetProof } from "./proofRows.mjs";
import { ensureChromium } from "./toolchain/chromium.mjs";
import { ensureCodeServer } from "./toolchain/codeServer.mjs";
import { ensureDependencies } from "./toolchain/dependencies.mjs";
import { buildVsix } from "./toolchain/vsix.mjs";

const slow = { timeout: 300_000, limit: 600_000 };
// A test in an editor waits for a page or a key half of its time, and each has an editor, a home and ports of its own.
const abreast = Math.min(2, availableParallelism());
const all = process.argv.includes("--all");
await ensureDependencies();
await ensureChromium();
await ensureCodeServer();

const parts = [...(await runChecks()), await runWork("package", buildVsix)];
forgetRows();
parts.push(...(await runInTurn([...findFiles("test/editor", ".editor.test.ts"), ...findFiles("test/dashboard", ".browser.test.ts")], { ...slow, abreast })));
if (all) {
  parts.push(...(await runInTurn(["test/faults", "test/places", "test/fuzz", "test/databases"].flatMap((folder) => findFiles(folder, ".test.ts")), slow)));
  parts.push(...(await runInTurn(findFiles("test/engines", ".engines.test.ts"), slow)));
  forgetProof();
  parts.push(...(await runInTurn(findFiles("test/clients", ".clients.test.ts", ["byScript"]), slow)));
  parts.push(await runWork("proof of agents", checkProof));
}
// What docs/coverage.md tells people is what the tests above have just seen.
parts.push(await runWork("coverage", () => checkCoverage({ faults: all })));
finish(parts);
