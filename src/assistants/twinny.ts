import type { Assistant } from "./assistant.ts";

/** Ollama by default, cloud providers possible. */
export const twinny: Assistant = {
  id: "twinny",
  name: "twinny",
  kind: "unknown",
  extensions: ["rjmacarthy.twinny"],
};
