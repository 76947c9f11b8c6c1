import type { Assistant } from "./assistant.ts";

/** https://aider.chat/docs */
export const aider: Assistant = {
  id: "aider",
  name: "Aider",
  kind: "unknown",
  programs: ["aider"],
  packages: ["aider-chat"],
};
