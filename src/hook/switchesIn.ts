import { join, relative } from "node:path";
import { knownAssistants } from "../assistants/known.ts";
import { textsAt } from "../node/gitRevisions.ts";
import { readHeadNow } from "../node/readHeadNow.ts";
import { resolvePlace } from "./places.ts";
import type { Call } from "./asked.ts";

const switches = knownAssistants.flatMap(({ installation }) => (installation?.switches ?? []).filter(({ in: places }) => places.includes("repository")));
const maxBytes = 1_000_000;

/**
 * Files that git would bring back from revisions and that switch an assistant's hooks off, where the folder's own do not yet: branches
 * with settings of their own are everyday work, and these are no settings. `undefined`: nobody could look.
 */
export function switchesIn(call: Call, folder: string, revisions: readonly string[]): readonly string[] | undefined {
  const repository = call.identify(join(folder, "x"))?.repository;
  if (repository === undefined) return [];
  // Clients look in the folder they were started in as well.
  const start = resolvePlace(".", call.question.folder ?? call.home, call.home);
  const below = relative(repository, call.identify(start)?.absolute ?? start).replaceAll("\\", "/");
  const roots = below === "" || below.startsWith("..") ? [""] : ["", `${below}/`];
  const asked = roots.flatMap((root) => switches.map(({ file, find }) => ({ path: root + file, find })));
  const texts = textsAt(repository, [...new Set(revisions.flatMap((revision) => asked.map(({ path }) => `${revision}:${path}`)))]);
  if (texts === undefined) return undefined;
  const off = asked.filter(({ path, find }) => revisions.some((revision) => isOff(texts.get(`${revision}:${path}`), find)) && !isOff(readHeadNow(join(repository, path), maxBytes), find));
  return [...new Set(off.map(({ path }) => join(repository, path)))];
}

const isOff = (text: string | undefined, find: (text: string) => string | undefined) => text !== undefined && find(text) !== undefined;
