import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const inNamespace = "mount --make-rprivate / && mount --bind \"$0\" /etc && exec \"$@\"";

/** Why nothing can be placed in a private /etc here; `undefined`: it can. */
export function noPrivateEtc(): string | undefined {
  if (process.platform !== "linux") return "an administrator's files are tried on Linux only";
  return spawnSync("unshare", ["-m", "true"]).status === 0 ? undefined : "no rights to make a private /etc";
}

/** A copy of /etc with one more file, for one program and what it starts: the machine's own stays as it is. */
export function withPrivateEtc(file: { readonly path: string; readonly text: string }): { readonly launcher: readonly string[]; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "gatelodge-etc-"));
  cpSync("/etc", folder, { recursive: true, verbatimSymlinks: true, filter: (path) => !/\/(?:shadow|gshadow)-?$/.test(path) });
  mkdirSync(dirname(join(folder, file.path)), { recursive: true });
  writeFileSync(join(folder, file.path), file.text, { mode: 0o644 });
  return { launcher: ["unshare", "-m", "sh", "-c", inNamespace, folder], remove: () => rmSync(folder, { recursive: true, force: true }) };
}
