import type { Disk } from "./disk.ts";
import type { ServerMemory } from "./mcp/serverMemory.ts";

export const toolKinds = ["editor", "extension", "agent", "mcpServer", "instructions", "skill", "framework", "setting", "account", "credential", "unreadable"] as const;
export type ToolKind = (typeof toolKinds)[number];

/** Something on this machine that is an AI tool, belongs to one, or is within its reach. Plain data; no value of any file is in it. */
export interface ToolFound {
  readonly kind: ToolKind;
  /** As its maker or its configuration calls it: a claim. */
  readonly name: string;
  /** The assistant of our catalogue that it is, or belongs to. */
  readonly assistant?: string;
  /** What it is published as: the id of an extension, the name of a package. */
  readonly id?: string;
  /** Where that id is published. */
  readonly registry?: "gallery" | "npm" | "pypi" | "docker";
  /** The other machine that it hands what it is asked to, where its configuration says one. */
  readonly host?: string;
  readonly version?: string;
  /** The file or folder it was found in; `~` is the home. */
  readonly place: string;
  /** Why we think so, in words of our own. */
  readonly evidence: readonly string[];
  /** What speaks against it, in words of our own. */
  readonly risks: readonly string[];
}

/** Where to look, and by what: all that touches the machine. */
export interface ToolPlaces {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The top of the system's disk: `/`, `C:\\`. */
  readonly root: string;
  /** Folders of somebody's work. Whoever wrote what is in them need not be the person. */
  readonly workspaces: readonly string[];
  /** Where programs are looked for. */
  readonly programFolders: readonly string[];
  /** Names of the environment's variables. */
  readonly environmentNames: readonly string[];
  readonly disk: Disk;
  /** Of tool servers as they were accepted; absent: nothing is compared. */
  readonly memory?: ServerMemory;
}
