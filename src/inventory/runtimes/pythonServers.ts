import { isNamed, isScript, known, objectOf, ownedModels, textOf, type Identity, type ModelSeen, type Runtime } from "./runtime.ts";
import type { Ask } from "../probe.ts";
import type { ProcessSeen } from "../machine/machine.ts";

/** vllm-project/vllm entrypoints/openai: port 8000, `owned_by: vllm`, `/version`. */
export const vllm: Runtime = {
  id: "vllm",
  name: "vLLM",
  isProcess: (process) => isNamed("vllm", "VLLM::EngineCore")(process) || isScript(/(?:^|\/)vllm$|^vllm\.entrypoints\./)(process),
  ports: [8000],
  identify: async (ask) => {
    const models = await ownedBy(ask, "vllm");
    return models && known<Identity>({ version: textOf(objectOf((await ask("/version"))?.json)["version"]), models });
  },
};

/** sgl-project/sglang: port 30000, `owned_by: sglang`. */
export const sglang: Runtime = {
  id: "sglang",
  name: "SGLang",
  isProcess: (process) => process.name.startsWith("sglang::") || isScript(/^sglang\.launch_server$/)(process),
  ports: [30_000],
  identify: async (ask) => withModels(await ownedBy(ask, "sglang")),
};

/** oobabooga/text-generation-webui modules/api: port 5000, a route of its own, `owned_by: user`. */
export const textGenerationWebui: Runtime = {
  id: "text-generation-webui",
  name: "text-generation-webui",
  isProcess: (process) => isScript(/(?:text-generation-webui|textgen)/)(process),
  ports: [5000],
  identify: async (ask) => {
    const inside = await ask("/v1/internal/model/info");
    if (textOf(objectOf(inside?.json)["model_name"]) === undefined) return undefined;
    return { models: [{ name: textOf(objectOf(inside?.json)["model_name"]) ?? "unnamed", state: "loaded" }] };
  },
};

/** ml-explore/mlx-lm: its server calls itself nothing, so that the process has to say it. */
export const mlx: Runtime = {
  id: "mlx",
  name: "MLX",
  isProcess: (process: ProcessSeen) => isNamed("mlx_lm.server", "mlx_vlm.server")(process) || isScript(/(?:^|\/)mlx_(?:lm|vlm)(?:\.server)?$/)(process),
  ports: [],
  identify: async () => undefined,
};

const withModels = (models: readonly ModelSeen[] | undefined): Identity | undefined => models && { models };

async function ownedBy(ask: Ask, owner: string): Promise<readonly ModelSeen[] | undefined> {
  return ownedModels(await ask("/v1/models"), owner)?.map(({ id }) => ({ name: textOf(id) ?? "unnamed", state: "loaded" }));
}
