import type { Assistant } from "./assistant.ts";

/** https://opencode.ai/docs */
export const opencode: Assistant = {
  id: "opencode",
  name: "opencode",
  kind: "unknown",
  extensions: ["sst-dev.opencode", "sst-dev.opencode-v2", "TanishqKancharla.opencode-vscode"],
  programs: ["opencode"],
  packages: ["opencode-ai"],
};
