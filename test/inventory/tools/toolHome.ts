import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after } from "node:test";
import { createDisk } from "../../../src/inventory/tools/disk.ts";
import { findTools } from "../../../src/inventory/tools/findTools.ts";
import type { ToolFound, ToolKind, ToolPlaces } from "../../../src/inventory/tools/toolFound.ts";

/** A machine of its own for a test: a home, a workspace, the system's folders. Gone after the tests of the file. */
export function createToolHome(platform: NodeJS.Platform = "linux") {
  const top = mkdtempSync(join(tmpdir(), "gatelodge-tools-"));
  after(() => rmSync(top, { recursive: true }));
  const folders = { home: join(top, "home"), work: join(top, "work"), root: join(top, "root") };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  const places: ToolPlaces = { platform, home: folders.home, root: folders.root, workspaces: [folders.work], programFolders: [join(folders.home, ".local/bin")], environmentNames: [], disk: createDisk() };
  return {
    ...folders,
    places,
    put: (where: keyof typeof folders, path: string, content: unknown) => {
      const file = join(folders[where], path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
      return file;
    },
    find: async (kind: ToolKind): Promise<readonly ToolFound[]> => (await findTools(places)).filter((found) => found.kind === kind),
  };
}
