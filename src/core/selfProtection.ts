import type { Facts } from "./evaluate.ts";
import { asKey, holdsHookFiles, isHookFile, isHookFolder } from "./hookFiles.ts";
import type { PathIdentity, Request } from "./request.ts";

/** Where our own files are, absolute and with `/` separators. */
export interface OwnPlaces {
  /** Folders with ledger, grants, pins, policy and socket: agents' tools neither read nor write below them. */
  readonly closed: readonly string[];
  /** Folders with our programs: read, but not written. */
  readonly programs: readonly string[];
}

/**
 * Built in, and no policy, grant or exception lifts it: an agent that could change its own guard would have none. Tools of
 * agents may not read or write our files, edit the files by which assistants find their hooks, or run our commands that change something.
 */
export function createForbids({ closed, programs }: OwnPlaces): (request: Request) => Facts["forbidden"] {
  const closedFolders = closed.map(asKey);
  const programFolders = programs.map(asKey);
  return ({ action, channel, path }) => {
    if (action === "changesGatelodge") return forbid("Commands that change Gatelodge are for a person at a terminal.");
    if (action === "writesMask") return { rule: "masked-text", reason: "The text holds a mask of Gatelodge where a value stood: written back, the value would be lost. Leave those lines as they are in the file." };
    if (path === undefined) return undefined;
    const spellings = spellingsOf(path);
    if (spellings.some((spelling) => isBelow(spelling, closedFolders))) return forbid("This is one of Gatelodge's own files.");
    if (channel !== "fileWrite") return undefined;
    if (spellings.some((spelling) => isBelow(spelling, programFolders) || isHookFile(spelling))) return forbid("Agents do not edit the files that configure their guard.");
    if (action === "fills" && spellings.some(isHookFolder)) return forbid("An assistant's hooks may be among the files that come into this folder.");
    if (action === "removes" && spellings.some((spelling) => [...closedFolders, ...programFolders].some((folder) => folder.startsWith(`${spelling}/`)) || holdsHookFiles(spelling))) return forbid("Gatelodge's own files, or an assistant's hooks, are in this folder.");
    return undefined;
  };
}

const forbid = (reason: string) => ({ rule: "self-protection", reason });
const spellingsOf = ({ absolute, aliases }: PathIdentity) => [absolute, ...aliases].map(asKey);
const isBelow = (path: string, folders: readonly string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
