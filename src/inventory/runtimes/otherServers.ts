import { isNamed, isScript, known, listOf, objectOf, textOf, type Identity, type Runtime } from "./runtime.ts";

/** LostRuins/koboldcpp koboldcpp.py: port 5001, `/api/extra/version` says `KoboldCpp`. */
export const koboldCpp: Runtime = {
  id: "koboldcpp",
  name: "KoboldCpp",
  isProcess: (process) => /^koboldcpp/i.test(process.name) || isScript(/koboldcpp\.py$/)(process),
  ports: [5001],
  identify: async (ask) => {
    const { result, version } = objectOf((await ask("/api/extra/version"))?.json);
    if (result !== "KoboldCpp") return undefined;
    const model = textOf(objectOf((await ask("/api/v1/model"))?.json)["result"]);
    return known<Identity>({ version: textOf(version), models: model === undefined ? [] : [{ name: model.replace(/^koboldcpp\//, ""), state: "loaded" }] });
  },
};

/** mudler/LocalAI: port 8080, `/system` lists backends. */
export const localAi: Runtime = {
  id: "localai",
  name: "LocalAI",
  isProcess: isNamed("local-ai", "localai"),
  ports: [8080],
  identify: async (ask) => {
    const system = objectOf((await ask("/system"))?.json);
    if (!Array.isArray(system["backends"]) || !Array.isArray(system["loaded_models"])) return undefined;
    return { models: listOf(system["loaded_models"]).map(({ id }) => ({ name: textOf(id) ?? "unnamed", state: "loaded" as const })) };
  },
};

/** janhq/jan: port 1337 (a key is asked for), 6767 (`jan serve`): told by its process. */
export const jan: Runtime = { id: "jan", name: "Jan", isProcess: isNamed("Jan", "jan-cli", "cortex-server"), ports: [], identify: async () => undefined };

/** Docker Model Runner: ports 12434 and 12435, `/engines/v1/models`. */
export const dockerModelRunner: Runtime = {
  id: "docker-model-runner",
  name: "Docker Model Runner",
  isProcess: isNamed("com.docker.llama-server", "docker-model-runner"),
  ports: [12_434, 12_435],
  identify: async (ask) => {
    const answer = objectOf((await ask("/engines/v1/models"))?.json);
    return answer["object"] === "list" ? { models: listOf(answer["data"]).map(({ id }) => ({ name: textOf(id) ?? "unnamed", state: "stored" as const })) } : undefined;
  },
};
