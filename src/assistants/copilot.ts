import type { Assistant } from "./assistant.ts";
import { copilotDialect } from "./dialects/copilot.ts";

/** Group ids read in the bundled Copilot Chat 0.67 (VS Code 1.139); not run signed in. */
export const copilot: Assistant = {
  id: "github-copilot",
  name: "GitHub Copilot",
  kind: "cloud",
  extensions: ["GitHub.copilot", "GitHub.copilot-chat"],
  completionGroups: ["completions", "nes", "contextService"],
  programs: ["copilot"],
  packages: ["@github/copilot"],
  dialect: copilotDialect,
};
