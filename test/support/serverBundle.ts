import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Bundles the language server as it ships into a folder of its own, so that no test meets a stale or half-written one. */
export function buildServerBundle(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "gatelodge-server-"));
  const root = join(import.meta.dirname, "../..");
  execFileSync(process.execPath, [join(root, "esbuild.config.mjs"), "--only=server", `--outdir=${folder}`], { cwd: root, stdio: "inherit" });
  return { file: join(folder, "server.cjs"), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
