import { anthropicMessages } from "./anthropicMessages.ts";
import { ollama } from "./ollama.ts";
import { openaiChat } from "./openaiChat.ts";
import { openaiResponses } from "./openaiResponses.ts";
import type { Protocol } from "./protocol.ts";

/** Every API that we understand. */
const knownProtocols: readonly Protocol[] = [ollama, openaiChat, openaiResponses, anthropicMessages];

/** What a request for this path speaks; `undefined`: nothing that we know to carry content. Servers pass over a slash at the end and the case. */
export function protocolFor(path: string): Protocol | undefined {
  const plain = path.toLowerCase().replace(/\/+/g, "/").replace(/(.)\/$/, "$1");
  return knownProtocols.find(({ paths }) => paths.includes(plain));
}
