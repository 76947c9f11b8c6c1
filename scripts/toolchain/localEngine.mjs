/** llama.cpp itself, for test/engines: built for this machine, from npm, in the cache folder. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installApart } from "./installApart.mjs";
import { cache } from "./paths.mjs";
import { withProgress } from "./progress.mjs";

const version = "3.22.1";
/** Its optional packages are every machine's and every graphics card's: 725 MB, where one has 85. */
const lean = ["--omit=optional", "--ignore-scripts"];
const builds = { "linux x64": "linux-x64", "linux arm64": "linux-arm64", "darwin arm64": "mac-arm64-metal", "darwin x64": "mac-x64", "win32 x64": "win-x64", "win32 arm64": "win-arm64" };

/**
 * The file that programs import it from, installed first if this machine has none. A failed installation is a value.
 * @returns {Promise<{ entry: string } | { missing: string }>}
 */
export async function ensureLocalEngine() {
  const build = builds[`${process.platform} ${process.arch}`];
  if (build === undefined) return { missing: `llama.cpp is built for no ${process.platform} on ${process.arch}` };
  const home = join(cache, "engines", `node-llama-cpp-${version}`);
  const entry = join(home, "node_modules", "node-llama-cpp", "dist", "index.js");
  try {
    if (!existsSync(entry)) await withProgress(`Installing llama.cpp (node-llama-cpp ${version}, once)`, () => installApart(home, entry, [[`node-llama-cpp@${version}`, ...lean], [`@node-llama-cpp/${build}@${version}`, ...lean]]));
    return { entry };
  } catch (error) {
    return { missing: String(error.message ?? error).split("\n")[0] };
  }
}
