import { isNamed, known, listOf, numberOf, objectOf, textOf, type ModelSeen, type Runtime } from "./runtime.ts";

/** ollama/ollama envconfig/config.go (port), server/routes.go (`/`, `/api/version`, `/api/tags`, `/api/ps`), docs/faq (cloud models). */
export const ollama: Runtime = {
  id: "ollama",
  name: "Ollama",
  isProcess: isNamed("ollama", "ollama app", "ollama-lib", "ollama_llama_server"),
  ports: [11_434],
  identify: async (ask) => {
    if (!(await ask("/"))?.body.startsWith("Ollama is running")) return undefined;
    const [version, loaded, stored] = [await ask("/api/version"), await ask("/api/ps"), await ask("/api/tags")];
    const running = listOf(objectOf(loaded?.json)["models"]).map((model) => toModel(model, "loaded"));
    const names = new Set(running.map(({ name }) => name));
    const others = listOf(objectOf(stored?.json)["models"]).map((model) => toModel(model, "stored")).filter(({ name }) => !names.has(name));
    return known({ version: textOf(objectOf(version?.json)["version"]), models: [...running, ...others] });
  },
};

function toModel(model: Readonly<Record<string, unknown>>, state: ModelSeen["state"]): ModelSeen {
  const details = objectOf(model["details"]);
  const name = textOf(model["name"]) ?? "unnamed";
  return known<ModelSeen>({
    name,
    state,
    parameters: textOf(details["parameter_size"]),
    quantization: textOf(details["quantization_level"]),
    bytes: numberOf(model["size"]),
    digest: textOf(model["digest"]),
    // They answer on this machine and run on ollama.com.
    remote: hostOf(textOf(model["remote_host"])) ?? (/[:-]cloud$/.test(name) ? "ollama.com" : undefined),
  });
}

const hostOf = (url: string | undefined) => (url === undefined ? undefined : URL.canParse(url) ? new URL(url).hostname : "unknown");
