import type { ProcessSeen } from "../machine/machine.ts";
import type { Ask } from "../probe.ts";
import { isNamed, known, numberOf, objectOf, ownedModels, textOf, type Identity, type ModelSeen, type Runtime } from "./runtime.ts";

/** ggml-org/llama.cpp tools/server: port 8080, `owned_by: llamacpp`, `meta` of a model, `/props` with `build_info`. */
export const llamaCpp: Runtime = {
  id: "llama.cpp",
  name: "llama.cpp",
  isProcess: (process) => isServer(process) && !process.arguments.some((word) => word.includes("ramalama")),
  ports: [8080],
  identify: identifyLlamaServer,
};

const isServer = isNamed("llama-server", "llama-cli", "llama-run", "llama-swap");

/** A program that is one file with its model: told by its process, since its server is llama.cpp's. */
export const llamafile: Runtime = {
  id: "llamafile",
  name: "llamafile",
  isProcess: ({ name, arguments: words }: ProcessSeen) => /(?:^|\.)llamafile$/i.test(name) || words.slice(0, 2).some((word) => word.endsWith(".llamafile")),
  ports: [],
  identify: identifyLlamaServer,
};

/** containers/ramalama: llama.cpp's server in a container. */
export const ramalama: Runtime = {
  id: "ramalama",
  name: "RamaLama",
  isProcess: (process) => isNamed("ramalama")(process) || (isNamed("podman", "docker", "conmon", "llama-server")(process) && process.arguments.some((word) => word.includes("ramalama"))),
  ports: [],
  identify: identifyLlamaServer,
};

async function identifyLlamaServer(ask: Ask): Promise<Identity | undefined> {
  const models = ownedModels(await ask("/v1/models"), "llamacpp");
  if (models === undefined) return undefined;
  const version = textOf(objectOf((await ask("/props"))?.json)["build_info"]);
  return known<Identity>({ version, models: models.map(({ id, meta }) => {
    const { n_params, size } = objectOf(meta);
    return known<ModelSeen>({ name: fileName(textOf(id) ?? "unnamed"), state: "loaded", parameters: inBillions(numberOf(n_params)), bytes: numberOf(size) });
  }) });
}

/** The server's name for a model is its path unless it was given another. */
const fileName = (id: string) => id.slice(Math.max(id.lastIndexOf("/"), id.lastIndexOf("\\")) + 1);

export const inBillions = (count: number | undefined): string | undefined =>
  count === undefined || count <= 0 ? undefined : count >= 1e8 ? `${(count / 1e9).toFixed(1).replace(/\.0$/, "")}B` : `${(count / 1e6).toFixed(1).replace(/\.0$/, "")}M`;
