/** Extension folders for code-server: ready to be used without its installer at each start. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, readFile, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { ensureCodeServer } from "./codeServer.mjs";
import { cache, node24 } from "./paths.mjs";
import { runOrFail } from "./runProgram.mjs";

/**
 * Copy extensions (folders with a package.json, or .vsix files) into `folder`.
 * code-server takes a folder without an extensions.json as it is, which saves a second for each one.
 */
export async function copyExtensions(folder, sources) {
  await mkdir(folder, { recursive: true });
  for (const source of sources) {
    const origin = source.endsWith(".vsix") ? await unpackedVsix(source) : source;
    await cp(origin, join(folder, basename(origin)), { recursive: true });
  }
}

/** Let code-server itself unpack a VSIX, once per content. */
async function unpackedVsix(vsix) {
  const hash = createHash("sha256").update(await readFile(vsix)).digest("hex").slice(0, 24);
  const unpacked = join(cache, "extensions", hash);
  if (!existsSync(unpacked)) await unpack(vsix, unpacked);
  const [name] = await readdir(unpacked);
  return join(unpacked, name);
}

async function unpack(vsix, target) {
  const draft = `${target}.draft-${process.pid}`;
  await mkdir(join(draft, "extensions"), { recursive: true });
  try {
    const args = ["--extensions-dir", join(draft, "extensions"), "--user-data-dir", join(draft, "data"), "--config", "/dev/null"];
    await runOrFail("Installing the VSIX", node24, [await ensureCodeServer(), ...args, "--install-extension", vsix, "--force"]);
    await rm(join(draft, "extensions", "extensions.json"), { force: true });
    await rename(join(draft, "extensions"), target).catch((error) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
