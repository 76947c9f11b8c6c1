import type { Assistant } from "./assistant.ts";

/** https://sourcegraph.com/docs/cody */
export const cody: Assistant = {
  id: "cody",
  name: "Sourcegraph Cody / Amp",
  kind: "cloud",
  extensions: ["sourcegraph.cody-ai", "sourcegraph.amp"],
  programs: ["amp"],
  packages: ["@sourcegraph/amp"],
};
