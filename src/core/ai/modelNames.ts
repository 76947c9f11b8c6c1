const fileName = /^(?:[/\\~.]|[a-z]:[/\\])|\.(?:gguf|ggml|safetensors|onnx|llamafile)$/i;

/** In characters; servers' own names are shorter. */
const longest = 1000;

/**
 * Every way to write one model's name. Ollama takes `qwen3`, `qwen3:latest` and `registry.ollama.ai/library/qwen3` for the
 * same model; somebody else's `evil/qwen3` is another one. llama.cpp says the whole path of its file.
 */
export function modelNames(name: string): readonly string[] {
  const plain = name.slice(0, longest).trim().replace(/^https?:\/\//i, "").replace(/^registry\.ollama\.ai\//i, "").replace(/^library\//i, "");
  const file = fileName.test(plain) ? plain.slice(Math.max(plain.lastIndexOf("/"), plain.lastIndexOf("\\")) + 1) : plain;
  const tagged = /:[^/:]+$/.test(file) ? file : `${file}:latest`;
  return [...new Set([plain, file, tagged, tagged.replace(/:latest$/i, "")])];
}
