import { isNamed, ownedModels, textOf, type Runtime } from "./runtime.ts";

/** nomic-ai/gpt4all gpt4all-chat/src/server.cpp: port 4891 (off by default), `owned_by: humanity`. */
export const gpt4all: Runtime = {
  id: "gpt4all",
  name: "GPT4All",
  isProcess: isNamed("gpt4all"),
  ports: [4891],
  identify: async (ask) => {
    const models = ownedModels(await ask("/v1/models"), "humanity");
    return models && { models: models.map(({ id }) => ({ name: textOf(id) ?? "unnamed", state: "stored" })) };
  },
};
