import type { Assistant } from "./assistant.ts";

/** https://docs.tabnine.com */
export const tabnine: Assistant = {
  id: "tabnine",
  name: "Tabnine",
  kind: "cloud",
  extensions: ["TabNine.tabnine-vscode", "TabNine.tabnine-vscode-self-hosted-updater"],
};
