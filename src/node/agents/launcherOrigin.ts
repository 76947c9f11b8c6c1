import { existsSync } from "node:fs";
import { join } from "node:path";
import { readHeadNow } from "../readHeadNow.ts";

/** Which installation of ours wrote the programs that a launcher starts. */
export interface LauncherOrigin {
  readonly version: string;
  /** Its folder of programs: gone with it. */
  readonly dist: string;
}

/** Stands beside those programs. */
export const originName = "origin.json";
const maxBytes = 100_000;

/** What is to be written for these programs; `undefined`: they have no version, as in tests. */
export function toOrigin(dist: string): LauncherOrigin | undefined {
  const { name, version } = readFields(join(dist, "..", "package.json"));
  return name === "gatelodge" && typeof version === "string" ? { version, dist } : undefined;
}

export function readOrigin(folder: string): LauncherOrigin | undefined {
  const { version, dist } = readFields(join(folder, originName));
  return typeof version === "string" && typeof dist === "string" ? { version, dist } : undefined;
}

/** Whether we are older than an installation that is still there. One that is gone does not count: somebody went back to ours. */
export function isOlderThan(ours: LauncherOrigin | undefined, other: LauncherOrigin | undefined): boolean {
  return ours !== undefined && other !== undefined && compareVersions(ours.version, other.version) < 0 && existsSync(join(other.dist, "hook.cjs"));
}

/** By numbers; what comes before a release (`1.2.0-beta`) is older than it. */
function compareVersions(a: string, b: string): number {
  const [first, second] = [numbersOf(a), numbersOf(b)];
  const at = first.findIndex((number, index) => number !== second[index]);
  return at < 0 ? 0 : (first[at] ?? 0) - (second[at] ?? 0);
}

function numbersOf(version: string): readonly number[] {
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)(-)?/.exec(version) ?? [];
  return [...parts.slice(0, 3).map(Number), parts[3] === undefined ? 1 : 0];
}

function readFields(file: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(readHeadNow(file, maxBytes) ?? "");
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {}; // no file, or none that is ours
  }
}
