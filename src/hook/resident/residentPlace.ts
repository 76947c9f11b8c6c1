import { lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { locationsFor } from "../../node/locations.ts";

/** The resident that is in force: under which name it listens, and the secret that both sides prove to know. */
export interface Current {
  readonly id: string;
  readonly token: string;
}

/** Who we are, for the question whether a folder is ours alone. `uid` is absent on Windows, where the profile's own ACL decides. */
export interface Self {
  readonly platform: NodeJS.Platform;
  readonly uid?: number;
}

// A path of a socket may have 108 bytes on Linux and 104 on macOS, its end included; what is longer is cut without a word.
const maxSocketPath = 103;

/** Below the state folder, which agents' tools can neither read nor write. The forwarder knows this place too (forwarder/place.go). */
export const residentFolder = (platform: NodeJS.Platform, home: string): string => join(locationsFor(platform, home, "").state, "resident");

/** Names the socket and holds the token, in one file: who replaces it replaces both at once. */
export const currentFile = (folder: string): string => join(folder, "current");

/** What a resident listens on; `undefined`: the system takes no name that long, and each call is answered by its own program. */
export function endpointOf(folder: string, id: string, platform: NodeJS.Platform): string | undefined {
  if (platform === "win32") return `\\\\.\\pipe\\gatelodge-${id}`;
  const path = join(folder, `${id}.sock`);
  return Buffer.byteLength(path) > maxSocketPath ? undefined : path;
}

/** Whether nobody but this user can have put something into a folder, or a file, or replaced it there. */
export function isOursAlone(path: string, { uid }: Self): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isSymbolicLink()) return false;
  return uid === undefined || (stat.uid === uid && (stat.mode & 0o077) === 0);
}

/** The resident in force; `undefined`: there is none, or none that could be trusted. */
export function readCurrent(folder: string, self: Self): Current | undefined {
  try {
    if (!isOursAlone(folder, self) || !isOursAlone(currentFile(folder), self)) return undefined;
    const [, id, token] = /^([0-9a-f]{16}) ([0-9a-f]{64})\n$/.exec(readFileSync(currentFile(folder), "latin1")) ?? [];
    return id === undefined || token === undefined ? undefined : { id, token };
  } catch {
    return undefined; // gone between two looks
  }
}
