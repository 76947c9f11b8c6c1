import { sep } from "node:path";
import { findAccounts } from "./agents/accounts.ts";
import { findAgents } from "./agents/findAgents.ts";
import { findCredentials } from "./credentials/findCredentials.ts";
import { findEditors } from "./editors/editorPlaces.ts";
import { findBuiltIn } from "./editors/findBuiltIn.ts";
import { findExtensions } from "./editors/findExtensions.ts";
import { findMcpServers } from "./mcp/findMcpServers.ts";
import { findPowers } from "./settings/findPowers.ts";
import type { ToolFound, ToolPlaces } from "./toolFound.ts";
import { findFrameworks } from "./workspace/findFrameworks.ts";
import { findInstructions } from "./workspace/findInstructions.ts";

/** The AI tools of a person and of their workspaces: what is there, why we think so, and what speaks against it. Starts no program, asks no network. */
export async function findTools(given: ToolPlaces): Promise<readonly ToolFound[]> {
  // A home is nobody's repository, whatever folder a terminal stands in.
  const places = { ...given, workspaces: given.workspaces.filter((folder) => !isAround(folder, given.home)) };
  const editors = await findEditors(places);
  const found = await Promise.all([
    ...editors.map((editor) => findExtensions(places, editor)),
    findBuiltIn(places), findAgents(places), findAccounts(places), findMcpServers(places, editors), findInstructions(places, editors), findFrameworks(places), findPowers(places, editors), findCredentials(places),
  ]);
  return found.flat();
}

const isAround = (folder: string, home: string) => home === folder || home.startsWith(folder.endsWith(sep) ? folder : folder + sep);
