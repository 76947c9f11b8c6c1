import type { Assistant } from "./assistant.ts";

/** https://github.com/charmbracelet/crush */
export const crush: Assistant = {
  id: "crush",
  name: "Crush",
  kind: "unknown",
  programs: ["crush"],
  packages: ["@charmland/crush"],
};
