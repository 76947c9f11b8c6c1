import { join } from "node:path";
import { fieldsOf, textIn } from "../../../assistants/hooks/fields.ts";
import { expandPlaces } from "../expandPlaces.ts";
import { readConfig } from "../readConfig.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { knownExtensions } from "./knownExtensions.ts";

/** What comes with an editor stands in no list of what a person installed: VS Code brings Copilot (seen in 1.139). */
const names = ["copilot", "copilot-chat"];

interface Application { readonly editor: string; readonly from: "home" | "root"; readonly path: string; readonly platform?: NodeJS.Platform }
const app = "resources/app/extensions";
const ofPlatform = (platform: NodeJS.Platform, from: Application["from"], editor: string, ...paths: readonly string[]): readonly Application[] => paths.map((path) => ({ editor, from, path: `${path}/${app}`, platform }));

/** Where editors of VS Code's family keep what they bring, by their packages for each system. */
const applications: readonly Application[] = [
  ...ofPlatform("linux", "root", "VS Code", "usr/share/code", "opt/visual-studio-code", "snap/code/current/usr/share/code"),
  ...ofPlatform("linux", "root", "VS Code Insiders", "usr/share/code-insiders"),
  ...(["root", "home"] as const).flatMap((from) => [{ editor: "VS Code", from, path: "Applications/Visual Studio Code.app/Contents/Resources/app/extensions", platform: "darwin" as const }, { editor: "VS Code Insiders", from, path: "Applications/Visual Studio Code - Insiders.app/Contents/Resources/app/extensions", platform: "darwin" as const }]),
  ...ofPlatform("win32", "home", "VS Code", "AppData/Local/Programs/Microsoft VS Code", "AppData/Local/Programs/Microsoft VS Code/*"),
  ...ofPlatform("win32", "home", "VS Code Insiders", "AppData/Local/Programs/Microsoft VS Code Insiders", "AppData/Local/Programs/Microsoft VS Code Insiders/*"),
  ...ofPlatform("win32", "root", "VS Code", "Program Files/Microsoft VS Code", "Program Files/Microsoft VS Code/*"),
  ...[".vscode-server", ".vscode-server-insiders"].flatMap((folder) => ["cli/servers/*/server/extensions", "bin/*/extensions"].map((path) => ({ editor: "VS Code Server", from: "home" as const, path: `${folder}/${path}` }))),
  { editor: "code-server", from: "root", path: "usr/lib/code-server/lib/vscode/extensions", platform: "linux" },
  { editor: "code-server", from: "home", path: ".local/lib/*/lib/vscode/extensions" },
];

/** Assistants that an editor brings itself. */
export async function findBuiltIn(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const { platform, home, root, disk } = places;
  const found = await Promise.all(applications.filter((each) => each.platform === undefined || each.platform === platform).map(async ({ editor, from, path }) => {
    const folders = await expandPlaces(disk, from === "home" ? home : root, path);
    return Promise.all(folders.flatMap((folder) => names.map(async (name): Promise<readonly ToolFound[]> => {
      const read = await disk.read(join(folder, name, "package.json"), folder);
      const manifest = read.kind === "text" ? readConfig(read.text, "json").value : undefined;
      const { publisher, name: own } = fieldsOf(manifest);
      const id = `${String(publisher)}.${String(own)}`.toLowerCase();
      const known = knownExtensions.get(id);
      const version = textIn(manifest, "version");
      return known === undefined ? [] : [{ kind: "extension", name: known.name, id, registry: "gallery", ...(known.assistant === undefined ? {} : { assistant: known.assistant }), ...(version === undefined ? {} : { version: shownName(version) }), place: shownPlace(places, join(folder, name)), evidence: [`built into ${editor}`], risks: [] }];
    })));
  }));
  return found.flat(2);
}
