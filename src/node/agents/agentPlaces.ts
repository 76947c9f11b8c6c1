import { join, posix, win32 } from "node:path";

interface SetupPlaces {
  readonly launcherFolder: string;
  /** The same folder as the machine sees it that it is meant for. */
  readonly shownFolder: string;
  readonly journalFolder: string;
}

/** In our own folder, which agents' tools may not touch. */
export function userPlaces(state: string): SetupPlaces {
  return { launcherFolder: join(state, "bin"), shownFolder: join(state, "bin"), journalFolder: join(state, "changes") };
}

/** Where only an administrator may write. */
export function administratorPlaces(platform: NodeJS.Platform, root = ""): SetupPlaces {
  const folder = platform === "win32" ? "C:\\Program Files\\Gatelodge" : platform === "darwin" ? "/Library/Application Support/Gatelodge" : "/usr/local/lib/gatelodge";
  const placed = root === "" ? folder : join(root, folder.replace(/^[a-zA-Z]:/, "").replaceAll("\\", "/"));
  return { launcherFolder: join(placed, "bin"), shownFolder: (platform === "win32" ? win32 : posix).join(folder, "bin"), journalFolder: join(placed, "changes") };
}
