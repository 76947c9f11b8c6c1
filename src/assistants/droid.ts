import type { Assistant } from "./assistant.ts";

/** https://docs.factory.ai */
export const droid: Assistant = {
  id: "droid",
  name: "Factory Droid",
  kind: "cloud",
  programs: ["droid"],
};
