import type { Assistant } from "./assistant.ts";

/** Whole-line completions run on the machine (vendor's documentation). */
export const intellicode: Assistant = {
  id: "intellicode",
  name: "IntelliCode",
  kind: "local",
  extensions: ["VisualStudioExptTeam.vscodeintellicode"],
};
