import type { Assistant } from "./assistant.ts";

/** Its models are the user's choice, local or cloud: unknown. */
export const continueDev: Assistant = {
  id: "continue",
  name: "Continue",
  kind: "unknown",
  extensions: ["Continue.continue"],
  completionGroups: ["continue"],
  programs: ["cn"],
  packages: ["@continuedev/cli"],
};
