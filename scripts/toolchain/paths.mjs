/** Where things are: in the repository, and in the one cache folder that every checkout shares. */
import { homedir } from "node:os";
import { join, resolve } from "node:path";

export const repository = resolve(import.meta.dirname, "../..");
/** Everything the toolchain installs or runs for a person; safe to delete at any time. */
export const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), ".cache"), "gatelodge");
/** Node 24 from the `node` package: it runs TypeScript tests, and code-server asks for it. */
export const node24 = join(repository, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
/** What a failing or measuring run leaves behind for a person to look at. */
export const proof = join(repository, ".proof");

/** A file inside the repository, by its path from the root. */
export const inRepository = (...parts) => join(repository, ...parts);
