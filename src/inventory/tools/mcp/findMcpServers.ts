import { knownAssistantIds } from "../../../assistants/known.ts";
import { largestOwn } from "../disk.ts";
import type { EditorPlace } from "../editors/editorPlaces.ts";
import { expandPlaces } from "../expandPlaces.ts";
import { readConfig } from "../readConfig.ts";
import { rootsOf } from "../rootsOf.ts";
import { shownName, shownPlace } from "../shownPlace.ts";
import type { ToolFound, ToolPlaces } from "../toolFound.ts";
import { mcpFiles, type McpFile } from "./mcpFiles.ts";
import { driftRisks } from "./driftRisks.ts";
import { readServers } from "./readServers.ts";
import { toServerFacts } from "./serverRisks.ts";

/** The tool servers that the clients of this home, of its editors and of the workspaces are configured with. */
export async function findMcpServers(places: ToolPlaces, editors: readonly EditorPlace[]): Promise<readonly ToolFound[]> {
  const files = mcpFiles.filter(({ platform }) => platform === undefined || platform === places.platform);
  const found = await Promise.all(files.flatMap((file) => rootsOf(places, editors, file.from).map(async (root) => {
    const paths = await expandPlaces(places.disk, root, file.path);
    return (await Promise.all(paths.map((path) => readFile(places, file, path, root)))).flat();
  })));
  return found.flat();
}

async function readFile(places: ToolPlaces, { client, name, format, keys, from }: McpFile, path: string, root: string): Promise<readonly ToolFound[]> {
  const read = await places.disk.read(path, root, from === "home" ? largestOwn : undefined);
  if (read.kind === "absent") return [];
  const place = shownPlace(places, path);
  const unreadable = (why: string): ToolFound => ({ kind: "unreadable", name: `${name}'s configuration`, place, evidence: [], risks: [why] });
  if (read.kind === "refused") return [unreadable(read.why)];
  const { value, sound } = readConfig(read.text, format);
  const servers = readServers(value, keys).map((server): ToolFound => {
    const { evidence, risks, ...facts } = toServerFacts(server, from === "workspace");
    return {
      kind: "mcpServer", name: shownName(server.name), ...(knownAssistantIds.has(client) ? { assistant: client } : {}), place, ...facts,
      evidence: [`configured for ${name}`, ...evidence], risks: [...risks, ...driftRisks(places.memory?.recall(path, server) ?? "known")],
    };
  });
  return sound ? servers : [...servers, unreadable(`it is no valid ${format.toUpperCase()}`)];
}
