import type { Assistant } from "./assistant.ts";

/** https://supermaven.com */
export const supermaven: Assistant = {
  id: "supermaven",
  name: "Supermaven",
  kind: "cloud",
  extensions: ["Supermaven.supermaven"],
};
