import type { Assistant } from "./assistant.ts";

/** Self-hosted server: where it stands is the user's choice. */
export const tabby: Assistant = {
  id: "tabby",
  name: "Tabby",
  kind: "unknown",
  extensions: ["TabbyML.vscode-tabby"],
};
