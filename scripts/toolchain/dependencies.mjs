/** The packages of package-lock.json, installed when they are missing or out of date. */
import { existsSync, statSync } from "node:fs";
import { inRepository, node24, repository } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { npm, runOrFail } from "./runProgram.mjs";

const isFresh = () => {
  const installed = inRepository("node_modules", ".package-lock.json");
  // npm writes this file last, so an interrupted installation has none.
  if (!existsSync(installed) || !existsSync(node24)) return false;
  return statSync(inRepository("package-lock.json")).mtimeMs <= statSync(installed).mtimeMs;
};

/** `npm ci` if needed. Install scripts stay on: the `node` package fetches Node 24 in one. */
export async function ensureDependencies() {
  if (isFresh()) return;
  const [file, args] = npm("ci", "--ignore-scripts=false", "--no-fund", "--no-audit", "--loglevel=error");
  await withProgress("Installing the packages of package-lock.json", () => runOrFail("npm ci", file, args, { cwd: repository }));
  if (!existsSync(node24)) throw new Error("npm ci ran, but Node 24 is missing: npm must be allowed to run the install script of the package `node`.");
}
