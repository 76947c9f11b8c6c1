import type { Assistant } from "./assistant.ts";

/** https://developers.google.com/gemini-code-assist */
export const gemini: Assistant = {
  id: "gemini",
  name: "Gemini",
  kind: "cloud",
  extensions: ["Google.geminicodeassist", "Google.gemini-cli-vscode-ide-companion", "Google.google-antigravity"],
  editors: ["Antigravity"],
  programs: ["gemini", "agy"],
  packages: ["@google/gemini-cli"],
};
