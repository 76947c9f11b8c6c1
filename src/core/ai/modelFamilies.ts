/**
 * Families of published models, by which a model can be named without saying what somebody called theirs. From the lists of
 * ollama.com/library and huggingface.co as they are known; a family that is missing is reported as `other`.
 */
const families = [
  "all-minilm", "aya", "bge", "codegemma", "codellama", "codestral", "command-r", "deepseek", "devstral", "dolphin", "exaone", "falcon", "gemma", "glm", "gpt-oss", "granite", "hermes", "internlm",
  "kimi", "llama", "llava", "magistral", "minicpm", "minimax", "ministral", "mistral", "mixtral", "nemotron", "nomic-embed", "olmo", "orca", "phi", "qwen", "qwq", "smollm", "solar", "starcoder", "stablelm",
  "tinyllama", "vicuna", "wizardlm", "yi", "zephyr",
] as const;

/** The family whose name the model's own begins with, without its publisher and tag; `undefined`: none. */
export function familyOf(model: string): string | undefined {
  const own = model.toLowerCase().split("/").at(-1) ?? "";
  const begins = (family: string) => own.startsWith(family) && !/[a-z]/.test(own.charAt(family.length));
  return families.find((family) => begins(family));
}
