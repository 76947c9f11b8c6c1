/** OpenAI Codex itself, without a person, against a scripted model: what reaches the model is what counts. */
import { codexClient } from "./codex.ts";
import { proveClient } from "./proveClient.ts";

await proveClient(codexClient);
