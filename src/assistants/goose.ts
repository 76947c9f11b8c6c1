import type { Assistant } from "./assistant.ts";

/** https://block.github.io/goose */
export const goose: Assistant = {
  id: "goose",
  name: "Goose",
  kind: "unknown",
  extensions: ["block.vscode-goose"],
  programs: ["goose"],
};
