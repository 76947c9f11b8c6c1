/** What each server answers, from its own source or documentation (named in src/inventory/runtimes). */
const owned = (owner: string, more: object = {}) => ({ "/v1/models": { object: "list", data: [{ id: "pocket", object: "model", owned_by: owner, ...more }] } });

export const servers: Readonly<Record<string, { readonly port: number; readonly answers: Readonly<Record<string, unknown>> }>> = {
  ollama: { port: 11_434, answers: {
    "/": "Ollama is running",
    "/api/version": { version: "0.9.0" },
    "/api/ps": { models: [{ name: "qwen3:8b", size: 5_200_000_000, digest: "aa", details: { parameter_size: "8.2B", quantization_level: "Q4_K_M" } }] },
    "/api/tags": { models: [{ name: "qwen3:8b", size: 5_200_000_000, digest: "aa" }, { name: "gpt-oss:120b-cloud", remote_host: "https://ollama.com:443" }] },
  } },
  lmstudio: { port: 1234, answers: { "/lmstudio-greeting": { lmstudio: true }, "/api/v0/models": { data: [{ id: "qwen2.5-coder", state: "loaded", quantization: "4bit" }] } } },
  gpt4all: { port: 4891, answers: owned("humanity") },
  "llama.cpp": { port: 8080, answers: { ...owned("llamacpp", { id: "/models/pocket.gguf", meta: { n_params: 8_030_000_000, size: 4_900_000_000 } }), "/props": { build_info: "b6000-abc", total_slots: 1 } } },
  vllm: { port: 8000, answers: { ...owned("vllm"), "/version": { version: "0.11.0" } } },
  sglang: { port: 30_000, answers: owned("sglang") },
  koboldcpp: { port: 5001, answers: { "/api/extra/version": { result: "KoboldCpp", version: "1.90" }, "/api/v1/model": { result: "koboldcpp/pocket" } } },
  localai: { port: 8080, answers: { "/system": { backends: ["llama-cpp"], loaded_models: [{ id: "pocket" }] } } },
  "text-generation-webui": { port: 5000, answers: { "/v1/internal/model/info": { model_name: "pocket", lora_names: [] } } },
  "docker-model-runner": { port: 12_434, answers: { "/engines/v1/models": { object: "list", data: [{ id: "ai/pocket" }] } } },
};
