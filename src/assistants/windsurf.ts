import type { Assistant } from "./assistant.ts";

/** https://docs.windsurf.com */
export const windsurf: Assistant = {
  id: "windsurf",
  name: "Windsurf / Devin",
  kind: "cloud",
  extensions: ["Codeium.codeium", "codeium.windsurfpyright"],
  editors: ["Windsurf", "Devin"],
  completionGroups: ["codeium"],
  programs: ["devin"],
};
