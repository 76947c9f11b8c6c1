import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join, posix, win32 } from "node:path";
import { knownAssistants } from "../../assistants/known.ts";
import { launcherName } from "../../assistants/hooks/launcherName.ts";
import { makeFoldersFor, replaceFile, standingOfNew } from "../replaceFile.ts";
import { isOlderThan, originName, readOrigin, toOrigin } from "./launcherOrigin.ts";
import { launcherTrouble, toBatchLauncher, toShellLauncher, type Runtime } from "./launcherText.ts";

const forwarderName = "gatelodge-forwarder";
/** The hook program with all that it may load or start, as far as it ships: copied, since an update of the editor's extension takes its folder away. */
const parts = ["hook.cjs", "answerHere.cjs", "detect.cjs", "yaml.cjs", "resident.cjs", forwarderName];

export interface LauncherPlaces {
  /** Where launcher and programs stand. */
  readonly folder: string;
  /** Our bundles, as shipped. */
  readonly dist: string;
  readonly platform: NodeJS.Platform;
  readonly runtimes: () => readonly Runtime[];
  /** The folder's path at run time, where it is written for another machine. */
  readonly shown?: string;
}

export interface Launcher {
  readonly file: string;
  /** It is there, and the program it starts is the one we ship, or that of a newer version which is still installed. */
  readonly isCurrent: () => boolean;
  /** Throws when the disk refuses. */
  readonly write: () => void;
  readonly remove: () => void;
}

/** The one program that clients' configurations name. It stays where it is; what it starts changes with our versions. */
export function createLauncher({ folder, dist, platform, runtimes, shown = folder }: LauncherPlaces): Launcher {
  const name = platform === "win32" ? `${launcherName}.cmd` : launcherName;
  const file = join(folder, name);
  const joinThere = (...parts: readonly string[]) => (platform === "win32" ? win32 : posix).join(...parts);
  const programs = parts.filter((program) => existsSync(join(dist, program)));
  const version = () => hashOfAll(dist, programs);
  // Written for another machine, it says nothing about who wrote it.
  const origin = shown === folder ? toOrigin(dist) : undefined;
  return {
    file: joinThere(shown, name),
    isCurrent: () => {
      const [current, text] = [version(), readIfThere(file)];
      const [, standing = ""] = /([0-9a-f]{12})[/\\]hook\.cjs/.exec(text ?? "") ?? [];
      const executable = platform === "win32" || ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o100) !== 0;
      // Of two that are installed the older one leaves it alone, or each would undo the other's work.
      const newerStands = standing !== "" && isOlderThan(origin, readOrigin(join(folder, standing))) && hashOfAll(join(folder, standing), parts.filter((program) => existsSync(join(folder, standing, program)))) === standing;
      if (executable && newerStands) return true;
      return text?.includes(join(current, "hook.cjs")) === true && executable && programs.every((program) => hashOf(join(folder, current, program)) === hashOf(join(dist, program)));
    },
    write: () => {
      const current = version();
      for (const program of programs) {
        const copy = join(folder, current, program);
        makeFoldersFor(copy);
        replaceFile(copy, readFileSync(join(dist, program)), standingOfNew(copy, program === forwarderName ? 0o755 : 0o644));
      }
      if (origin !== undefined) replaceFile(join(folder, current, originName), Buffer.from(JSON.stringify(origin)), standingOfNew(join(folder, current, originName), 0o644));
      const words = programs.includes("resident.cjs") ? ["--resident", "ask"] : [];
      const written = { runtimes: runtimes(), hook: joinThere(shown, current, "hook.cjs"), words, refusals, ...(programs.includes(forwarderName) ? { forwarder: joinThere(shown, current, forwarderName) } : {}) };
      replaceFile(file, Buffer.from(platform === "win32" ? toBatchLauncher(written) : toShellLauncher(written)), standingOfNew(file, 0o755));
      removeOlder(folder, current);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const refusals = knownAssistants.flatMap(({ id, dialect }) => (dialect?.events ?? []).flatMap((event) => (dialect === undefined ? [] : [{ assistant: id, event, answer: dialect.write(event, { effect: "block", reason: launcherTrouble }) }])));

function removeOlder(folder: string, current: string): void {
  for (const name of readdirSync(folder)) if (/^[0-9a-f]{12}$/.test(name) && name !== current) rmSync(join(folder, name), { recursive: true, force: true });
}

const hashOfAll = (folder: string, programs: readonly string[]) => createHash("sha256").update(programs.map((program) => hashOf(join(folder, program))).join()).digest("hex").slice(0, 12);
const readIfThere = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
const hashOf = (file: string) => (existsSync(file) ? createHash("sha256").update(readFileSync(file)).digest("hex") : "");
