import { findAgents } from "./agents/findAgents.ts";
import { findCredentials } from "./credentials/findCredentials.ts";
import { findEditors } from "./editors/editorPlaces.ts";
import { findExtensions } from "./editors/findExtensions.ts";
import { findMcpServers } from "./mcp/findMcpServers.ts";
import { findPowers } from "./settings/findPowers.ts";
import type { ToolFound, ToolPlaces } from "./toolFound.ts";
import { findFrameworks } from "./workspace/findFrameworks.ts";
import { findInstructions } from "./workspace/findInstructions.ts";

/** The AI tools of a person and of their workspaces: what is there, why we think so, and what speaks against it. Starts no program, asks no network. */
export async function findTools(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const editors = await findEditors(places);
  const found = await Promise.all([
    ...editors.map((editor) => findExtensions(places, editor)),
    findAgents(places), findMcpServers(places, editors), findInstructions(places, editors), findFrameworks(places), findPowers(places, editors), findCredentials(places),
  ]);
  return found.flat();
}
