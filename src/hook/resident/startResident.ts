import { spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

/** What a resident is started with: all absolute. */
export interface ResidentPlaces {
  readonly folder: string;
  /** The hook program whose calls it answers; the resident's own file stands beside it. */
  readonly program: string;
  readonly residentProgram: string;
  readonly home: string;
  readonly machineFile: string;
}

// Twenty calls at once must not start twenty residents, and one that dies at its start must not be tried at every call.
const restMilliseconds = 10_000;

/** Starts a resident that outlives us, unless somebody has just done so. It stays away by itself where one is in force. Never throws. */
export function startResident({ folder, program, residentProgram, home, machineFile }: ResidentPlaces, now: () => number): void {
  try {
    if (!existsSync(residentProgram)) return;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!isOurTurn(join(folder, "started"), now())) return;
    const words = [residentProgram, "--program", program, "--home", home, "--machine-file", machineFile];
    // Nothing is inherited: neither the environment, which a repository may have filled, nor a folder that somebody may want to remove.
    spawn(process.execPath, words, { cwd: folder, env: bareEnvironment(process.platform), detached: true, stdio: "ignore", windowsHide: true }).on("error", () => {}).unref();
  } catch {
    // Without a resident each call is answered by its own program, as this one was.
  }
}

/** Electron is Node where this is set, and Windows has no sockets without its folder. */
function bareEnvironment(platform: NodeJS.Platform): NodeJS.ProcessEnv {
  return { ELECTRON_RUN_AS_NODE: "1", ...(platform === "win32" ? { SystemRoot: "C:\\Windows" } : {}) };
}

function isOurTurn(file: string, now: number): boolean {
  try {
    closeSync(openSync(file, "wx", 0o600));
    return true;
  } catch {
    const age = now - statSync(file).mtimeMs;
    if (age >= 0 && age < restMilliseconds) return false;
    utimesSync(file, now / 1000, now / 1000);
    return true;
  }
}
