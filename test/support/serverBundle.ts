import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bundles the language server as it ships into a folder of its own, so that no test meets a stale or half-written one. */
export function buildServerBundle(): { readonly file: string; readonly remove: () => void } {
  const { folder, remove } = buildBundles("server");
  return { file: join(folder, "server.cjs"), remove };
}

/** Bundles some programs as they ship, side by side in a folder of their own. */
export function buildBundles(...programs: readonly string[]): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "gatelodge-bundles-"));
  const root = join(import.meta.dirname, "../..");
  for (const program of programs) execFileSync(process.execPath, [join(root, "esbuild.config.mjs"), `--only=${program}`, `--outdir=${folder}`], { cwd: root, stdio: "inherit" });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
