import type { Assistant } from "./assistant.ts";

/** https://docs.roocode.com */
export const rooCode: Assistant = {
  id: "roo-code",
  name: "Roo Code",
  kind: "unknown",
  extensions: ["RooVeterinaryInc.roo-cline", "ZooCodeOrganization.zoo-code"],
};
