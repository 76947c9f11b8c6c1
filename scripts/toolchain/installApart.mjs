/** Packages that tests use and the project does not depend on, each set in a folder of the cache. */
import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { npm, runOrFail, withNode24 } from "./runProgram.mjs";

/**
 * Installs packages one after another, each with options of its own, so that `sign` is there afterwards. Into a folder of
 * its own, then one rename: an interrupted or a parallel installation can never be taken for a good one.
 * @param {readonly (readonly string[])[]} packages
 */
export async function installApart(home, sign, packages) {
  const draft = `${home}.draft-${process.pid}-${Date.now()}`;
  await mkdir(draft, { recursive: true });
  try {
    await writeFile(join(draft, "package.json"), JSON.stringify({ private: true }));
    for (const [name, ...options] of packages) {
      const [file, args] = npm("install", "--no-fund", "--no-audit", "--loglevel=error", ...options, name);
      await runOrFail(`npm install ${name}`, file, args, { cwd: draft, env: withNode24(), limit: 300_000 });
    }
    await rename(draft, home).catch((error) => {
      if (!existsSync(sign)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
