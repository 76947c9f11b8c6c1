import { dirname, join } from "node:path";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { commonPrograms, knownAgents, type KnownAgent } from "./knownAgents.ts";

/** A package of an agent, and where it lies. */
export interface AgentPackage {
  readonly agent: KnownAgent;
  readonly path: string;
}

/** What starts when an agent's name is typed, where that is no program of its package: nobody can tell from the file who made it. */
export async function findPrograms(places: ToolPlaces, packages: readonly AgentPackage[]): Promise<readonly ToolFound[]> {
  const first = await firstPrograms(places);
  const found = await Promise.all(knownAgents.flatMap((agent) => agent.programs.map(async (program): Promise<readonly ToolFound[]> => {
    const path = first.get(program);
    if (path === undefined) return [];
    const own = packages.filter((each) => each.agent === agent);
    const real = (await places.disk.real(path)) ?? path;
    const owner = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(real.replaceAll("\\", "/"))?.[1];
    if (own.some((each) => isOf(real, path, each.path)) || (owner === undefined && own.length === 0 && commonPrograms.has(program))) return [];
    if (owner !== undefined && (agent.packages.some(({ name }) => name === owner) || commonPrograms.has(program))) return [];
    const stranger = owner === undefined ? [] : [`the program ${program} is of the package ${shownName(owner)}, which is not ${agent.name}'s`];
    return [{
      kind: "agent", name: agent.name, ...(owner === undefined && agent.assistant !== undefined ? { assistant: agent.assistant } : {}), ...(owner === undefined ? {} : { id: shownName(owner) }), place: shownPlace(places, path),
      evidence: [`a program called ${program}`, ...(owner === undefined ? ["of no package that was found: who published it is not known"] : [])],
      risks: [...stranger, ...(own.length > 0 ? [`is started in place of the package of ${agent.name} that is installed too`] : [])],
    }];
  })));
  return found.flat();
}

/** Of programs that are called the same, the one that starts. */
async function firstPrograms({ disk, programFolders }: ToolPlaces): Promise<ReadonlyMap<string, string>> {
  const folders = await Promise.all([...new Set(programFolders)].map(async (folder) => (await disk.list(folder, folder)).filter(({ kind }) => kind !== "folder").map(({ name }): [string, string] => [name.replace(/\.(?:exe|cmd|bat|ps1)$/i, ""), join(folder, name)])));
  return new Map(folders.flat().toReversed());
}

/** npm: a link into the package, or on Windows a script beside `node_modules`. PyPI: a script of the environment that the package is in. */
function isOf(real: string, path: string, packagePath: string): boolean {
  const isBelow = (inside: string, folder: string) => inside.startsWith(`${folder}/`) || inside.startsWith(`${folder}\\`);
  return isBelow(real, packagePath) || isBelow(packagePath, join(dirname(path), "node_modules")) || (packagePath.endsWith(".dist-info") && isBelow(packagePath, dirname(dirname(real))));
}
