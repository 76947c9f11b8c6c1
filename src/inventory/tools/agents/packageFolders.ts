import { dirname, join } from "node:path";
import { expandPlaces } from "../expandPlaces.ts";
import type { ToolPlaces } from "../toolFound.ts";
import type { Registry } from "./knownAgents.ts";

/** A folder of packages that somebody installed for all their work. */
export interface PackageFolder {
  readonly registry: Registry;
  readonly path: string;
}

const ofHome: Readonly<Record<Registry, readonly string[]>> = {
  npm: [
    ".npm-global/lib/node_modules", ".local/lib/node_modules", ".nvm/versions/node/*/lib/node_modules", ".local/share/fnm/node-versions/*/installation/lib/node_modules", ".asdf/installs/nodejs/*/lib/node_modules", ".local/share/mise/installs/node/*/lib/node_modules",
    ".local/share/pnpm/global/*/node_modules", "Library/pnpm/global/*/node_modules", ".bun/install/global/node_modules", ".config/yarn/global/node_modules", ".volta/tools/image/packages/*/lib/node_modules", ".volta/tools/image/packages/*/*/lib/node_modules", "AppData/Roaming/npm/node_modules",
  ],
  pypi: [
    ".local/lib/*/site-packages", ".local/share/pipx/venvs/*/lib/*/site-packages", ".local/pipx/venvs/*/lib/*/site-packages", ".local/share/uv/tools/*/lib/*/site-packages", ".pyenv/versions/*/lib/*/site-packages", "Library/Python/*/lib/python/site-packages",
    "AppData/Roaming/Python/*/site-packages", "AppData/Local/Programs/Python/*/Lib/site-packages", "pipx/venvs/*/Lib/site-packages", "AppData/Roaming/uv/tools/*/Lib/site-packages",
  ],
};

/** Folders of global packages: of the home, and those that belong to the folders where programs are looked for. */
export async function findPackageFolders(places: ToolPlaces): Promise<readonly PackageFolder[]> {
  const { home, disk, programFolders } = places;
  const inHome = await Promise.all((["npm", "pypi"] as const).flatMap((registry) => ofHome[registry].map(async (path) => (await expandPlaces(disk, home, path)).map((each) => ({ registry, path: each })))));
  const beside = await Promise.all([...new Set(programFolders.map(dirname))].map(async (prefix): Promise<readonly PackageFolder[]> => [
    { registry: "npm", path: join(prefix, "lib", "node_modules") },
    ...["site-packages", "dist-packages"].flatMap((last) => [join(prefix, "lib", "python3", last)]).map((path) => ({ registry: "pypi" as const, path })),
    ...(await expandPlaces(disk, prefix, "lib/*/site-packages")).filter((path) => /python\d/.test(path)).map((path) => ({ registry: "pypi" as const, path })),
  ]));
  const folders = [...inHome.flat(), ...beside.flat()];
  return [...new Map(folders.map((folder) => [folder.path, folder])).values()];
}
