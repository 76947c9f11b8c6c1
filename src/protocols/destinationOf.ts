import type { Destination } from "../core/request.ts";
import type { Json } from "./protocol.ts";

const fields: readonly string[] = ["model", "name", "from", "source"];

/** Every field by which the servers' interfaces name a model, or one that it is made of. Go's readers, Ollama's among them, do not mind case (encoding/json). */
export const modelsNamedIn = (body: Json): readonly string[] => Object.entries(body).flatMap(([field, value]) => (fields.includes(field.toLowerCase()) && typeof value === "string" ? [value] : []));

/** Where a request really goes: models that Ollama names so run on ollama.com, whatever address they answer on (ollama/ollama docs/cloud). A client whose token we know is an assistant by name. */
export function destinationOf(body: Json, client = "local-model"): Destination {
  return { assistant: client, kind: modelsNamedIn(body).some((name) => /[:-]cloud$/i.test(name.trim())) ? "cloud" : "local" };
}
