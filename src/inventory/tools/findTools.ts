import { findEditors } from "./editors/editorPlaces.ts";
import { findExtensions } from "./editors/findExtensions.ts";
import { findMcpServers } from "./mcp/findMcpServers.ts";
import type { ToolFound, ToolPlaces } from "./toolFound.ts";

/** The AI tools of a person and of their workspaces: what is there, why we think so, and what speaks against it. Starts no program, asks no network. */
export async function findTools(places: ToolPlaces): Promise<readonly ToolFound[]> {
  const editors = await findEditors(places);
  const found = await Promise.all([...editors.map((editor) => findExtensions(places, editor)), findMcpServers(places, editors)]);
  return found.flat();
}
