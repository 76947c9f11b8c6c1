/** The packages of package-lock.json, installed when they are missing or out of date. */
import { existsSync, lstatSync, readFileSync, statSync } from "node:fs";
import { inRepository, node24, repository } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { npm, runOrFail } from "./runProgram.mjs";

const folder = inRepository("node_modules");
const wantedLock = inRepository("package-lock.json");
// npm writes this file last, so an interrupted installation has none.
const installedLock = inRepository("node_modules", ".package-lock.json");

function isFresh() {
  if (!existsSync(installedLock) || !existsSync(node24)) return false;
  return statSync(wantedLock).mtimeMs <= statSync(installedLock).mtimeMs || isSameSet();
}

/** A checkout makes the lock file newer without changing it; only another set of packages is worth an installation. */
function isSameSet() {
  const packagesOf = (file) => Object.entries(JSON.parse(readFileSync(file, "utf8")).packages).filter(([path]) => path !== "");
  const installed = new Map(packagesOf(installedLock));
  return packagesOf(wantedLock).every(([path, { version, optional }]) => {
    const found = installed.get(path);
    // Packages for other platforms are in the lock file, but never installed here.
    return found ? found.version === version : optional === true;
  });
}

/** `npm ci` if needed. Install scripts stay on: the `node` package fetches Node 24 in one. */
export async function ensureDependencies() {
  if (isFresh()) return;
  // npm ci empties the folder before it fills it: through a link that would be somebody else's.
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error("node_modules is a link, and out of date: run npm ci where it points to, or remove the link.");
  }
  const [file, args] = npm("ci", "--ignore-scripts=false", "--no-fund", "--no-audit", "--loglevel=error");
  await withProgress("Installing the packages of package-lock.json", () => runOrFail("npm ci", file, args, { cwd: repository }));
  if (!existsSync(node24)) throw new Error("npm ci ran, but Node 24 is missing: npm must be allowed to run the install script of the package `node`.");
}
