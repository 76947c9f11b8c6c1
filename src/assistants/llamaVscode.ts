import type { Assistant } from "./assistant.ts";

/** https://github.com/ggml-org/llama.vscode */
export const llamaVscode: Assistant = {
  id: "llama-vscode",
  name: "llama.vscode",
  kind: "local",
  extensions: ["ggml-org.llama-vscode", "ex3ndr.llama-coder", "warm3snow.vscode-ollama", "Ollama.ollama"],
};
