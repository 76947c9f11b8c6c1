import { join } from "node:path";

/** Where this user's own files are. Absolute, computed once by the program and passed on (DESIGN §7). */
export interface Locations {
  readonly machineFile: string;
  readonly userPolicy: string;
  /** Ledger, grants, journal, last good policies: 0700. */
  readonly state: string;
  /** What can be made again: results of scans. */
  readonly cache: string;
}

/** Places by platform: XDG base directories on Linux (without reading XDG_*, which a workspace could set), AppData on Windows. */
export function locationsFor(platform: NodeJS.Platform, home: string, machineFile: string): Locations {
  if (platform === "win32") return { machineFile, userPolicy: join(home, "AppData", "Roaming", "Gatelodge", "policy.yaml"), state: join(home, "AppData", "Local", "Gatelodge"), cache: join(home, "AppData", "Local", "Gatelodge", "Cache") };
  if (platform === "darwin") return { machineFile, userPolicy: join(home, ".config", "gatelodge", "policy.yaml"), state: join(home, "Library", "Application Support", "Gatelodge"), cache: join(home, "Library", "Caches", "Gatelodge") };
  return { machineFile, userPolicy: join(home, ".config", "gatelodge", "policy.yaml"), state: join(home, ".local", "state", "gatelodge"), cache: join(home, ".cache", "gatelodge") };
}
