import { lstatSync, type Stats } from "node:fs";
import { dirname, join } from "node:path";

/** Where the machine file stands: written by root or an administrator, the floor that nobody else can go below. */
export function machineFilePath(platform: NodeJS.Platform): string {
  if (platform === "darwin") return "/Library/Application Support/Gatelodge/managed.json";
  // %ProgramData% could be set by the user who starts the editor, so the path is a constant.
  if (platform === "win32") return "C:\\ProgramData\\Gatelodge\\managed.json";
  return "/etc/gatelodge/managed.json";
}

/**
 * Whether only root could have written a file: it and every folder above belong to root and nobody else may write there.
 * Gives the reason when not. On Windows the owner is not visible to Node; ProgramData's default ACL lets users create,
 * not change, files there: `unverified` says so.
 */
export function machineFileTrust(path: string, platform: NodeJS.Platform): "trusted" | "absent" | "unverified" | { readonly distrusted: string } {
  for (let current = path; ; current = dirname(current)) {
    const stat = stateOf(current);
    if (stat === "unreadable") return { distrusted: `${current} cannot be read` };
    if (stat === undefined) return current === path ? "absent" : { distrusted: "its folder cannot be read" };
    if (platform === "win32") return "unverified";
    if (stat.isSymbolicLink()) return { distrusted: `${join(current)} is a symbolic link` };
    if (stat.uid !== 0) return { distrusted: `${current} does not belong to root` };
    // A sticky folder such as /tmp lets anybody create files beside ours, so it is no good either.
    if ((stat.mode & 0o022) !== 0) return { distrusted: `${current} can be written by others than root` };
    if (dirname(current) === current) return "trusted";
  }
}

/** A folder that is closed to this user makes `lstat` throw; that must not stop a decision. */
function stateOf(path: string): Stats | "unreadable" | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return "unreadable";
  }
}
