/** The extension as people install it. */
import { existsSync, readFileSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { compileDetectors } from "./compiledDetectors.mjs";
import { contentHash } from "./contentHash.mjs";
import { inRepository, node24, repository } from "./paths.mjs";
import { withProgress } from "./progress.mjs";
import { runOrFail } from "./runProgram.mjs";

const inputs = ["package.json", "package-lock.json", "esbuild.config.mjs", ".vscodeignore", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "src", "media"];
const vsix = inRepository("dist", "gatelodge.vsix");
const stamp = inRepository("dist", "gatelodge.vsix.hash");

/** Build dist/gatelodge.vsix unless it was built from exactly these sources. Returns its path. */
export async function buildVsix() {
  await compileDetectors();
  const hash = contentHash(repository, inputs);
  if (existsSync(vsix) && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return vsix;
  await withProgress("Building dist/gatelodge.vsix", async () => {
    await mkdir(inRepository("dist"), { recursive: true });
    await rm(stamp, { force: true });
    await runOrFail("esbuild", node24, [inRepository("esbuild.config.mjs")], { cwd: repository });
    await packageInto(`${vsix}.${process.pid}.draft`);
    await writeFile(stamp, hash);
  });
  return vsix;
}

/** Under another name first: a test that reads the package while it is replaced sees the old or the new one. */
async function packageInto(draft) {
  // Everything is bundled, so the package needs no node_modules. Links stay as they are while no repository has an address.
  const options = ["--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "--out", draft];
  await runOrFail("vsce package", node24, [inRepository("node_modules/@vscode/vsce/vsce"), "package", ...options], { cwd: repository });
  await rename(draft, vsix);
}
