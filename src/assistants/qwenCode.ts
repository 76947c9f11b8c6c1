import type { Assistant } from "./assistant.ts";

/** https://qwenlm.github.io/qwen-code-docs */
export const qwenCode: Assistant = {
  id: "qwen-code",
  name: "Qwen Code",
  kind: "cloud",
  extensions: ["QwenLM.qwen-code-vscode-ide-companion"],
  programs: ["qwen"],
  packages: ["@qwen-code/qwen-code"],
};
