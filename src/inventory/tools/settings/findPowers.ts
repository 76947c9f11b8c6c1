import { largestOwn } from "../disk.ts";
import type { EditorPlace } from "../editors/editorPlaces.ts";
import { expandPlaces } from "../expandPlaces.ts";
import { readConfig } from "../readConfig.ts";
import { rootsOf } from "../rootsOf.ts";
import { shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { powerFiles, type PowerFile } from "./powerFiles.ts";
import { valueOf } from "./powerRule.ts";
import { findStartFlags } from "./startFlags.ts";

/** Commands of a person, and of a project: where agents are started without questions. */
const commandFiles = [
  ...[".bashrc", ".bash_aliases", ".bash_profile", ".zshrc", ".zprofile", ".profile", ".config/fish/config.fish"].map((path) => ({ from: "home", path } as const)),
  ...["package.json", "Makefile", "justfile", "Taskfile.yml", ".vscode/tasks.json", ".vscode/launch.json", ".devcontainer/devcontainer.json", ".envrc", ".github/workflows/*.yml", ".github/workflows/*.yaml", "scripts/*.sh", "*.sh"].map((path) => ({ from: "workspace", path } as const)),
];

/** Settings and commands by which assistants ask less, reach more, or talk to somebody else. */
export async function findPowers(places: ToolPlaces, editors: readonly EditorPlace[]): Promise<readonly ToolFound[]> {
  const settings = powerFiles.flatMap((file) => file.paths.flatMap((path) => rootsOf(places, editors, file.from).map((root) => ({ file, path, root }))));
  const commands = commandFiles.flatMap(({ from, path }) => rootsOf(places, editors, from).map((root) => ({ path, root, from })));
  const found = await Promise.all([
    ...settings.map(({ file, path, root }) => readEach(places, path, root, (text, place) => ofSettings(file, text, place))),
    ...commands.map(({ from, path, root }) => readEach(places, path, root, (text, place) => findStartFlags(text).map((flag): ToolFound => ({ kind: "setting", name: flag, place, evidence: ["stands in a command that starts an agent"], risks: ["the agent asks before nothing", ...(from === "workspace" ? ["comes with the repository"] : [])] })))),
  ]);
  return found.flat();
}

async function readEach(places: ToolPlaces, path: string, root: string, toFound: (text: string, place: string) => readonly ToolFound[]): Promise<readonly ToolFound[]> {
  const files = await expandPlaces(places.disk, root, path);
  const found = await Promise.all(files.map(async (file) => {
    const read = await places.disk.read(file, root, root === places.home ? largestOwn : undefined);
    return read.kind === "text" ? toFound(read.text, shownPlace(places, file)) : [];
  }));
  return found.flat();
}

/** What is not as its format wants is reported where tool servers are looked for, or by the client itself: here it sets nothing. */
function ofSettings({ format, rules, under, from, assistant }: PowerFile, text: string, place: string): readonly ToolFound[] {
  const { value } = readConfig(text, format);
  const settings = under === undefined ? value : valueOf(value, under);
  return rules.flatMap(({ key, allows }): readonly ToolFound[] => {
    const says = allows(valueOf(settings, key));
    return says === undefined ? [] : [{ kind: "setting", name: key, ...(assistant === undefined ? {} : { assistant }), place, evidence: [], risks: [says, ...(from === "workspace" ? ["comes with the repository"] : [])] }];
  });
}
