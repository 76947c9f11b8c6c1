/** ClickHouse's own engine as a library (npm `chdb`), for test/databases: no server of it can be had from npm. Pinned, in the cache folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installApart } from "./installApart.mjs";
import { cache } from "./paths.mjs";
import { withProgress } from "./progress.mjs";

const version = "3.4.0";

/**
 * The folder of the package, installed first if this machine has none. A failed installation is a value: then the tests of
 * ClickHouse say that they were skipped, and why.
 * @returns {Promise<{ folder: string } | { missing: string }>}
 */
export async function ensureChdb() {
  const home = join(cache, `chdb-${version}`);
  const folder = join(home, "node_modules", "chdb");
  try {
    if (!existsSync(folder)) await withProgress(`Installing chdb ${version}, 550 MB (once)`, () => installApart(home, folder, [[`chdb@${version}`]]));
    return { folder };
  } catch (error) {
    return { missing: String(error.message ?? error).split("\n")[0] };
  }
}
