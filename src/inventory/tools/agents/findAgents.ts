import { join } from "node:path";
import { textIn } from "../../../assistants/hooks/fields.ts";
import { readConfig } from "../readConfig.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { findPrograms } from "./findPrograms.ts";
import { knownAgents } from "./knownAgents.ts";
import { listPackages, type PackageSeen } from "./listPackages.ts";
import { lookAlike } from "./lookAlike.ts";
import { findPackageFolders } from "./packageFolders.ts";

/** Agents that are started in a terminal: by the packages that are installed for all work, and by programs that belong to none of them. */
export async function findAgents(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const folders = await findPackageFolders(places);
  const packages = (await Promise.all(folders.map((folder) => listPackages(places.disk, folder)))).flat();
  const installed = await Promise.all(packages.map(async (seen) => ({ seen, agent: agentOf(seen), found: await toFound(places, seen) })));
  return [...installed.flatMap(({ found }) => found), ...await findPrograms(places, installed.flatMap(({ agent, seen }) => (agent === undefined ? [] : [{ agent, path: seen.path }])))];
}

const agentOf = ({ registry, name }: PackageSeen) => knownAgents.find(({ packages }) => packages.some((each) => each.registry === registry && each.name === name));

async function toFound(places: ToolPlaces, seen: PackageSeen): Promise<readonly ToolFound[]> {
  const agent = agentOf(seen);
  const like = agent === undefined ? lookAlike(seen.registry, seen.name) : undefined;
  const named = agent ?? like?.agent;
  if (named === undefined) return [];
  const { name, version } = await readOwnName(places, seen);
  const renamed = name !== undefined && name !== seen.name;
  return [{
    kind: "agent", name: like === undefined ? named.name : shownName(seen.name), id: shownName(name ?? seen.name), registry: seen.registry, place: shownPlace(places, seen.path),
    ...(like === undefined && !renamed && named.assistant !== undefined ? { assistant: named.assistant } : {}), ...(version === undefined ? {} : { version: shownName(version) }),
    evidence: [`installed from ${seen.registry === "npm" ? "npm" : "PyPI"}, as it says`],
    risks: [
      ...(like === undefined ? [] : [`look-alike: ${like.agent.name} is ${like.published === undefined ? "in no registry we know" : `published as ${like.published}`}, this package is another's`]),
      ...(renamed ? [`installed under the name ${seen.name}, but calls itself otherwise`] : []),
    ],
  }];
}

/** An alias of npm puts one package under another's name; what it is called itself stands in it. */
async function readOwnName({ disk }: ToolPlaces, { registry, path, version }: PackageSeen): Promise<{ readonly name?: string; readonly version?: string }> {
  if (registry === "pypi") return version === undefined ? {} : { version };
  // Packages of work in progress are links to where they are made: what they say is not read.
  const read = await disk.read(join(path, "package.json"), path);
  const manifest = read.kind === "text" ? readConfig(read.text, "json").value : undefined;
  const [own, ownVersion] = [textIn(manifest, "name"), textIn(manifest, "version")];
  return { ...(own === undefined ? {} : { name: own }), ...(ownVersion === undefined ? {} : { version: ownVersion }) };
}
