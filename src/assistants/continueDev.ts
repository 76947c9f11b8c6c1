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
  modelSettings: {
    files: [".continue/config.yaml", ".continue/config.json"],
    names: ["apiBase"],
    byHand: (url) => `a model without apiBase asks the usual port: give it  apiBase: ${url}`,
  },
};
