import type { Assistant } from "./assistant.ts";

/** https://docs.x.ai */
export const grokCli: Assistant = {
  id: "grok-cli",
  name: "Grok CLI",
  kind: "cloud",
  programs: ["grok"],
};
