import type { Assistant } from "./assistant.ts";

/** https://docs.qodo.ai */
export const qodo: Assistant = {
  id: "qodo",
  name: "Qodo Gen",
  kind: "cloud",
  extensions: ["Codium.codium"],
  programs: ["qodo"],
};
