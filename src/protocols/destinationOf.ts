import type { Destination } from "../core/request.ts";
import type { Json } from "./protocol.ts";

/** Where a request really goes: models that Ollama names so run on ollama.com, whatever address they answer on (ollama/ollama docs/cloud). A client whose token we know is an assistant by name. */
export function destinationOf({ model }: Json, client = "local-model"): Destination {
  return { assistant: client, kind: typeof model === "string" && /[:-]cloud$/i.test(model.trim()) ? "cloud" : "local" };
}
