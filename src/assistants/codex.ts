import type { Assistant } from "./assistant.ts";
import { codexDialect } from "./dialects/codex.ts";

/** https://developers.openai.com/codex */
export const codex: Assistant = {
  id: "codex",
  name: "OpenAI Codex",
  kind: "cloud",
  extensions: ["openai.chatgpt"],
  programs: ["codex"],
  packages: ["@openai/codex"],
  dialect: codexDialect,
};
