import { isNamed, known, listOf, objectOf, textOf, type ModelSeen, type Runtime } from "./runtime.ts";

/** lmstudio-ai/lms src/createClient.ts (`/lmstudio-greeting`); LM Studio's REST API v0 (`/api/v0/models`). */
export const lmStudio: Runtime = {
  id: "lmstudio",
  name: "LM Studio",
  isProcess: isNamed("LM Studio", "lm-studio", "lms", "llmster"),
  ports: [1234],
  identify: async (ask) => {
    if (objectOf((await ask("/lmstudio-greeting"))?.json)["lmstudio"] !== true) return undefined;
    return { models: listOf(objectOf((await ask("/api/v0/models"))?.json)["data"]).map((model) => known<ModelSeen>({
      name: textOf(model["id"]) ?? "unnamed",
      state: model["state"] === "loaded" ? "loaded" : "stored",
      quantization: textOf(model["quantization"]),
    })) };
  },
};
