import { dirname, join } from "node:path";
import { fieldsOf, textIn } from "../../../assistants/hooks/fields.ts";
import { readConfig } from "../readConfig.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { commonPrograms, knownAgents, type KnownAgent } from "./knownAgents.ts";

/** A package of an agent, and where it lies. */
export interface AgentPackage {
  readonly agent: KnownAgent;
  readonly path: string;
}

/** What starts when an agent's name is typed, where that is no program of a package that was found: nobody can tell from such a file who made it. */
export async function findPrograms(places: ToolPlaces, packages: readonly AgentPackage[]): Promise<readonly ToolFound[]> {
  const first = await firstPrograms(places);
  const found = await Promise.all(knownAgents.flatMap((agent) => agent.programs.map(async (program): Promise<readonly ToolFound[]> => {
    const path = first.get(program);
    if (path === undefined) return [];
    const own = packages.filter((each) => each.agent === agent);
    const real = (await places.disk.real(path)) ?? path;
    if (own.some((each) => isOf(real, path, each.path))) return [];
    const owner = await ownerOf(places, agent, real);
    const isAgents = owner?.ofAgent === true;
    // Another program of an everyday name is not in the way of anything.
    if (!isAgents && commonPrograms.has(program) && own.length === 0) return [];
    return [{
      kind: "agent", name: agent.name, place: shownPlace(places, path),
      ...(agent.assistant !== undefined && owner?.ofAgent !== false ? { assistant: agent.assistant } : {}),
      ...(owner === undefined ? {} : { id: shownName(owner.name), registry: "npm" as const }), ...(owner?.version === undefined ? {} : { version: shownName(owner.version) }),
      evidence: [`a program called ${program}`, ...(isAgents ? ["of its package from npm, as that says"] : []), ...(owner === undefined ? ["of no package that was found: who published it is not known"] : [])],
      risks: [
        ...(owner?.ofAgent === false ? [`the program ${program} is of the package ${shownName(owner.name)}, which is not ${agent.name}'s`] : []),
        ...(own.length > 0 && !isAgents ? [`is started in place of the package of ${agent.name} that is installed too`] : []),
      ],
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

interface Owner { readonly name: string; readonly ofAgent: boolean; readonly version?: string }

/** The package of npm that a program lies in. One that an agent's own package beside it asks for is the agent's, such as the one for this system. */
async function ownerOf({ disk }: ToolPlaces, { packages }: KnownAgent, real: string): Promise<Owner | undefined> {
  const inside = [...real.matchAll(/[/\\]node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)(?=[/\\])/g)].map((match) => ({ name: (match[1] ?? "").replace("\\", "/"), modules: real.slice(0, match.index + "/node_modules".length) }));
  const last = inside.at(-1);
  if (last === undefined) return undefined;
  for (const { name } of packages.filter(({ registry }) => registry === "npm")) {
    const modules = inside.find((each) => each.name === name)?.modules ?? last.modules;
    const folder = join(modules, name);
    const read = await disk.read(join(folder, "package.json"), folder);
    const manifest = read.kind === "text" ? readConfig(read.text, "json").value : undefined;
    const asksFor = { ...fieldsOf(fieldsOf(manifest)["dependencies"]), ...fieldsOf(fieldsOf(manifest)["optionalDependencies"]) };
    if (textIn(manifest, "name") !== name || !(inside.some((each) => each.name === name) || Object.hasOwn(asksFor, last.name))) continue;
    const version = textIn(manifest, "version");
    return { name, ofAgent: true, ...(version === undefined ? {} : { version }) };
  }
  return { name: last.name, ofAgent: false };
}
