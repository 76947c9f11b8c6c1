import type { Assistant } from "./assistant.ts";

/** https://docs.cline.bot */
export const cline: Assistant = {
  id: "cline",
  name: "Cline",
  kind: "unknown",
  extensions: ["saoudrizwan.claude-dev", "HybridTalentComputing.cline-chinese"],
  programs: ["cline"],
};
