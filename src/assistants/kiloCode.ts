import type { Assistant } from "./assistant.ts";

/** https://kilo.ai/docs */
export const kiloCode: Assistant = {
  id: "kilo-code",
  name: "Kilo Code",
  kind: "unknown",
  extensions: ["kilocode.Kilo-Code"],
  programs: ["kilo", "kilocode"],
  packages: ["@kilocode/cli"],
};
