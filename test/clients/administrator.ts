import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir, userInfo } from "node:os";
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
  copyEtc(folder);
  mkdirSync(dirname(join(folder, file.path)), { recursive: true });
  writeFileSync(join(folder, file.path), file.text, { mode: 0o644 });
  return { launcher: ["unshare", "-m", "sh", "-c", inNamespace, folder], remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function copyEtc(folder: string): void {
  cpSync("/etc", folder, { recursive: true, verbatimSymlinks: true, filter: (path) => !/\/(?:shadow|gshadow)-?$/.test(path) });
}

const withAgents = "mount --make-rprivate / && mount --bind \"$0/etc\" /etc && mount --bind \"$0/lib\" /usr/local/lib && \"$1\" \"$2\" agents \"$3\" --scope managed --agent \"$4\" --yes >\"$0/said\" 2>&1 && shift 4 && exec \"$@\"";

/** A machine of its own as far as an administrator's installation writes: /etc, /usr/local/lib, and a home that the account database names. */
export function createPrivateMachine(cli: string): { readonly etc: string; readonly said: () => string; readonly after: (action: "install" | "remove", assistant: string) => readonly string[]; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "gatelodge-machine-"));
  const etc = join(folder, "etc");
  for (const name of ["lib", "home"]) mkdirSync(join(folder, name));
  copyEtc(etc);
  // An administrator's hook asks it for the home, and would record in the true one.
  const accounts = join(etc, "passwd");
  const { uid, homedir } = userInfo();
  writeFileSync(accounts, readFileSync(accounts, "utf8").split("\n").map((line) => (line.split(":")[2] === String(uid) ? line.replace(`:${homedir}:`, `:${join(folder, "home")}:`) : line)).join("\n"));
  return {
    etc,
    said: () => readFileSync(join(folder, "said"), "utf8"),
    after: (action, assistant) => ["unshare", "-m", "sh", "-c", withAgents, folder, process.execPath, cli, action, assistant],
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}
