import type { ToolKind } from "./toolFound.ts";

/** What a list of such things is headed with. */
export const toolTitles: Readonly<Record<ToolKind, string>> = {
  editor: "Editors",
  extension: "AI extensions",
  agent: "Agents in the terminal",
  mcpServer: "Tool servers (MCP)",
  instructions: "Instructions for assistants",
  skill: "Skills and plugins",
  framework: "Frameworks that drive assistants",
  setting: "Settings that give assistants more power",
  account: "Whose account assistants use",
  credential: "Credentials within an agent's reach",
  unreadable: "Could not be read",
};
