import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bundles the language server as it ships into a folder of its own, so that no test meets a stale or half-written one. */
export function buildServerBundle(): { readonly file: string; readonly remove: () => void } {
  const { folder, remove } = buildBundles("server");
  return { file: join(folder, "server.cjs"), remove };
}

/** Some programs as they ship, side by side in a folder of their own: those that `npm run check` has just built (`GATELODGE_BUILT`), else built now. */
export function buildBundles(...programs: readonly string[]): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "gatelodge-bundles-"));
  const root = join(import.meta.dirname, "../..");
  const built = process.env["GATELODGE_BUILT"];
  for (const program of programs) {
    if (built === undefined) execFileSync(process.execPath, [join(root, "esbuild.config.mjs"), `--only=${program}`, `--outdir=${folder}`], { cwd: root, stdio: "inherit" });
    else for (const name of filesOf(program, built)) copyFileSync(join(built, name), join(folder, name));
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The hook comes with the small program that asks the resident first, where this machine could build it. */
const filesOf = (program: string, folder: string) => readdirSync(folder).filter((name) => [`${program}.cjs`, `${program}.mjs`, ...(program === "hook" ? ["gatelodge-forwarder"] : [])].includes(name));
