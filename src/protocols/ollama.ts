import { textAt, type Protocol } from "./protocol.ts";

/** Ollama's own API: ollama/ollama docs/api.md. Streams a line of JSON each, unless asked not to. */
export const ollama: Protocol = {
  id: "ollama",
  paths: ["/api/chat", "/api/generate", "/api/embed", "/api/embeddings"],
  pieces: "ndjson",
  shownTexts: (answer) => [...textAt(answer, "chat", ["message", "content"]), ...textAt(answer, "thinking", ["message", "thinking"]), ...textAt(answer, "generate", ["response"])],
  refusal: (message) => ({ error: message }),
};
